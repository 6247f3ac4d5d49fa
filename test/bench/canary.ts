import { exactInterval } from "../../shared/statistics/intervals/proportion.ts";
import { type Ending, type Judge, ours, played } from "../shared/rollout/canary/played.ts";
import { SITUATIONS, type Situation } from "../shared/rollout/canary/situations.ts";
import { lookedAt } from "./canary-looks.ts";
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
    const runs = rounds * RUNS_A_ROUND;
    return { rows: [], goals: [...lookGoals(runs), ...SITUATIONS.flatMap((situation) => goalsOf(situation, runs))] };
  },
};

/** The test of errors alone, looked at a hundred times: what that costs in level and in answers. */
function lookGoals(runs: number): readonly Goal[] {
  const equal = [0.001, 0.01].flatMap((rate) => {
    const { anyTime, oneLook } = lookedAt({ challenger: rate, champion: rate, share: 0.25 }, runs);
    const told = `equal error rates of ${percent(rate)} %, looked at 100 times: alarms, %`;
    return [
      { goal: told, measured: percent(anyTime), isMet: anyTime <= MOST_ABORTED },
      { goal: `${told}, of a test for one look`, measured: percent(oneLook), isMet: true },
    ];
  });
  const found = [0.05, 0.25].flatMap((share) => {
    const { anyTimeAnswers, oneLookAnswers } = lookedAt({ challenger: 0.01, champion: 0.001, share }, runs);
    const told = `0.1 % become 1 % at ${percent(share)} % of the traffic: answers until 80 % are found`;
    return [
      { goal: told, measured: anyTimeAnswers ?? Number.NaN, isMet: anyTimeAnswers !== null },
      { goal: `${told}, in one look`, measured: oneLookAnswers ?? Number.NaN, isMet: true },
    ];
  });
  return [...equal, ...found];
}

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
