import type { ServedCase } from "../../evidence/served-case.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Endpoint } from "../../ports/endpoint.ts";
import type { Outcome } from "../../ports/outcome.ts";
import type { CanaryQuestion } from "../canary.ts";
import { countText } from "./finding.ts";
import type { CanaryReadings } from "./readings.ts";
import { type Tally, tallyOf } from "./tally.ts";

export interface ProbePorts {
  readonly endpoint: Pick<Endpoint, "predict">;
  readonly clock: Clock;
}

/** Golden requests sent to the endpoint, where its split decides who answers. */
export interface Probes {
  /** Sends some more, and says what all of this step's were answered. */
  ask(question: CanaryQuestion, cases: readonly ServedCase[]): Promise<CanaryReadings>;
}

const MOST_A_TICK = 1_000;
const LEAST_A_TICK = 100;
/** The lease is renewed between ticks. */
const TICK_MS = 15_000;
const AT_ONCE = 4;
const TIMEOUT_MS = 10_000;

/** What one process asked at one step; another step begins anew. */
interface Step {
  readonly key: string;
  readonly challenger: Tally;
  readonly champion: Tally;
  /** By why: a refusal does not say whose it is, and nor do answers of who was not asked. */
  readonly unattributed: Map<string, number>;
  asked: number;
  /** What was routed to one of them, for all that is known. */
  unanswered: number;
}

export function openProbes(ports: ProbePorts): Probes {
  let step: Step | null = null;
  return {
    async ask(question, cases) {
      const key = `${question.challengerId} ${question.sinceMs}`;
      if (step?.key !== key) step = newStep(key, question);
      await askSome(question, cases, { step, ...ports });
      return readingsOf(step, question);
    },
  };
}

function newStep(key: string, { manifest }: CanaryQuestion): Step {
  const [challenger, champion] = [tallyOf(manifest), tallyOf(manifest)];
  return { key, challenger, champion, unattributed: new Map(), asked: 0, unanswered: 0 };
}

interface Asking extends ProbePorts {
  readonly step: Step;
}

async function askSome(question: CanaryQuestion, cases: readonly ServedCase[], asking: Asking): Promise<void> {
  const { step, endpoint, clock } = asking;
  const until = clock.elapsedMs() + TICK_MS;
  let left = wanted(question, step);
  const askOn = async (): Promise<void> => {
    while (left > 0 && clock.elapsedMs() < until) {
      left -= 1;
      const asked = cases[placeOf(step.asked, cases.length)]!;
      step.asked += 1;
      count(await endpoint.predict({ instances: asked.instances, timeoutMs: TIMEOUT_MS }), asked, { question, step });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, askOn));
}

/** As many as give the challenger what it still needs, and some to notice what changes. */
function wanted({ manifest, percent }: CanaryQuestion, { challenger }: Step): number {
  const missing = manifest.rollout.minSamples - challenger.reading().answers;
  return Math.min(MOST_A_TICK, Math.max(LEAST_A_TICK, Math.ceil((100 * missing) / percent)));
}

/** Steps by the golden ratio: who answers every second or every twentieth request still meets all cases alike. */
function placeOf(asked: number, cases: number): number {
  return Math.floor(((asked * GOLDEN_RATIO) % 1) * cases);
}

const GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2;

function count(
  outcome: Awaited<ReturnType<Endpoint["predict"]>>,
  asked: ServedCase,
  { question, step }: { readonly question: CanaryQuestion; readonly step: Step },
): void {
  const tally = outcome.kind === "done" ? tallyFor(outcome.value.deployedModelId, question, step) : null;
  if (outcome.kind === "done" && tally !== null) {
    tally.add({ ...outcome.value, rows: asked.instances.length });
    return;
  }
  const why = whyNobody(outcome);
  if (outcome.kind !== "done" && !OURS.has(why)) step.unanswered += 1;
  step.unattributed.set(why, (step.unattributed.get(why) ?? 0) + 1);
}

/** Refused before anybody was asked. */
const OURS: ReadonlySet<string> = new Set(["rate", "quota", "credentials", "permission"]);

function tallyFor(id: string, { challengerId, championIds }: CanaryQuestion, step: Step): Tally | null {
  if (id === challengerId) return step.challenger;
  return championIds.includes(id) ? step.champion : null;
}

function whyNobody(outcome: Outcome<unknown>): string {
  if (outcome.kind === "done") return "answered by somebody else";
  return outcome.kind === "refused" ? outcome.reason : outcome.kind;
}

function readingsOf(
  { challenger, champion, unattributed, unanswered }: Step,
  question: CanaryQuestion,
): CanaryReadings {
  const { championIds, challengerId, percent, sinceMs, nowMs } = question;
  const hasChampion = championIds.some((id) => id !== challengerId);
  const causes = [...unattributed].map(([why, times]) => `${countText(times)} × ${why}`);
  return {
    challenger: challenger.reading(),
    champion: hasChampion ? champion.reading() : null,
    spanMs: nowMs - sinceMs,
    probed: { unanswered, percent },
    remarks: causes.length === 0 ? [] : [`left out are probes that nobody knows who answered: ${causes.join(", ")}`],
  };
}
