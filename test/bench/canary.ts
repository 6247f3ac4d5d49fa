import { exactInterval } from "../../shared/statistics/intervals/proportion.ts";
import { type Ending, type Judge, ours, played } from "../shared/rollout/canary/played.ts";
import { SITUATIONS, type Situation } from "../shared/rollout/canary/situations.ts";
import { mannWhitney, thresholds } from "./canary-peers.ts";
import type { Bench, Goal } from "./result.ts";

const JUDGES: readonly (readonly [string, Judge])[] = [
  ["ours", ours],
  ["Mann–Whitney", mannWhitney],
  ["thresholds", thresholds],
];
const RUNS_A_ROUND = 200;
const MOST_ABORTED = 0.01;
/** Or fewer than every other judge. */
const MOST_MISSED = 0.01;
const CONFIDENCE = 0.95;

/** How often each judge ends a canary that is well, and lets one go on that is not. `--rounds 5` is 1,000 of each. */
export const bench: Bench = {
  async run({ rounds }) {
    return { rows: [], goals: SITUATIONS.flatMap((situation) => goalsOf(situation, rounds * RUNS_A_ROUND)) };
  },
};

function goalsOf(situation: Situation, runs: number): readonly Goal[] {
  const judges = JUDGES.map(([, judge]) => judge);
  const endings = Array.from({ length: runs }, (_, run) => played(situation, run + 1, judges));
  const wrong: Ending = situation.isHealthy ? "aborted" : "passed";
  const rates = JUDGES.map((_, judge) => shareOf(endings, judge, wrong));
  const held = shareOf(endings, 0, "held");
  const [own, ...peers] = rates;
  const isMet = situation.isHealthy
    ? exactInterval({ successes: Math.round(own! * runs), trials: runs }, CONFIDENCE).lower <= MOST_ABORTED
    : own! <= Math.max(MOST_MISSED, Math.min(...peers));
  const what = situation.isHealthy ? "aborted, %" : "missed, %";
  return JUDGES.map(([name], judge) => ({
    goal: `${situation.name}: ${name} ${what}${judge === 0 && held > 0 ? ` (held ${percent(held)})` : ""}`,
    measured: percent(rates[judge]!),
    isMet: judge > 0 || isMet,
  }));
}

function shareOf(endings: readonly (readonly Ending[])[], judge: number, ending: Ending): number {
  return endings.filter((each) => each[judge] === ending).length / endings.length;
}

function percent(share: number): number {
  return Number((100 * share).toFixed(1));
}
