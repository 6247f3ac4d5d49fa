import { ALPHA } from "../../shared/rollout/canary/rules.ts";
import { binomialUpperTail } from "../../shared/statistics/distributions/binomial.ts";
import { isProven, shareEvidence } from "../../shared/statistics/sequential/share-evidence.ts";
import { seeded } from "../shared/statistics/random.ts";

/** Errors of two models, of which the challenger has a share of the traffic. */
export interface ErrorRates {
  readonly challenger: number;
  readonly champion: number;
  readonly share: number;
}

/** Of many canaries, what a test that may be looked at any time found, and one that is meant for a single look. */
export interface Found {
  /** So large a share was ever held to be proven, at one look or another. */
  readonly anyTime: number;
  readonly oneLook: number;
  /** With so many of the challenger's answers four in five are; the other looked once, at as many. */
  readonly anyTimeAnswers: number | null;
  readonly oneLookAnswers: number | null;
}

interface Errors {
  readonly challenger: number;
  readonly champion: number;
  readonly share: number;
}

const EVERY = 40;
const LOOKS = 100;
const POWER = 0.8;
/** As the judge has them. */
const ODDS = [1.5, 2, 3, 5, 10, 20, 50, 200];

export function lookedAt(rates: ErrorRates, runs: number): Found {
  const anyTime = new Array<number>(LOOKS).fill(0);
  const oneLook = new Array<number>(LOOKS).fill(0);
  let [everAnyTime, everOneLook] = [0, 0];
  const draw = seeded(5);
  for (let run = 0; run < runs; run++) {
    const looks = looksOf(rates, draw);
    const proven = looks.findIndex(isProvenAnyTime);
    for (let look = proven; look >= 0 && look < LOOKS; look++) anyTime[look]! += 1;
    const rejected = looks.map(isRejected);
    for (const [look, isBad] of rejected.entries()) if (isBad) oneLook[look]! += 1;
    if (proven >= 0) everAnyTime += 1;
    if (rejected.includes(true)) everOneLook += 1;
  }
  const answers = (found: readonly number[]) => {
    const look = found.findIndex((times) => times >= POWER * runs);
    return look < 0 ? null : (look + 1) * EVERY;
  };
  return {
    anyTime: everAnyTime / runs,
    oneLook: everOneLook / runs,
    anyTimeAnswers: answers(anyTime),
    oneLookAnswers: answers(oneLook),
  };
}

/** What had erred after each forty of the challenger's answers. */
function looksOf({ challenger, champion, share }: ErrorRates, draw: () => number): readonly Errors[] {
  let [answers, others, errors, otherErrors] = [0, 0, 0, 0];
  return Array.from({ length: LOOKS }, () => {
    for (const end = answers + EVERY; answers < end; ) {
      if (draw() < share) {
        answers += 1;
        if (draw() < challenger) errors += 1;
      } else {
        others += 1;
        if (draw() < champion) otherErrors += 1;
      }
    }
    return { challenger: errors, champion: otherErrors, share: answers / (answers + others) };
  });
}

function isProvenAnyTime({ challenger, champion, share }: Errors): boolean {
  return isProven(shareEvidence({ successes: challenger, trials: challenger + champion }, share, ODDS), ALPHA);
}

/** The exact test of the same question. */
function isRejected({ challenger, champion, share }: Errors): boolean {
  return binomialUpperTail(challenger, { trials: challenger + champion, probability: share }) <= ALPHA;
}
