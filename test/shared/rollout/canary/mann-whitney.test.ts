import { describe, expect, test } from "vitest";
import { judgeCanary } from "../../../../shared/rollout/canary/judge.ts";
import { isHigh } from "../../../bench/canary-peers.ts";
import { histogramOf, RULES, readingOf, readingsOf } from "./readings.ts";

/** A point a minute, as people reported them. */
const REPORTED = {
  "kayenta#426, errors": { experiment: [0, 1, 2, 1, 0, 0], control: [0, 0, 0, 0, 0, 0] },
  "kayenta#780, latency": {
    experiment: [10, 10.1, 10.2, 10.3, 10.4, 10.5, 10.6, 17, 17.1, 17.2, 17.3, 17.4, 17.5, 17.6, 17.7],
    control: [1, 100, 4, 101, 5, 102, 6, 103, 7, 104, 8, 105, 9, 106, 17],
  },
  "spinnaker#6278, latency": { experiment: slowMinutes(7), control: new Array<number>(10).fill(1) },
};
const ANSWERS = 100;

function slowMinutes(slow: number): readonly number[] {
  return Array.from({ length: 10 }, (_, minute) => (minute < slow ? 100 : 1));
}

describe("what Mann and Whitney's judge lets pass", () => {
  test.each(Object.entries(REPORTED))("%s", (_, { experiment, control }) => {
    expect(isHigh(experiment, control)).toBe(false);
  });

  test("and it fails with the eighth slow minute, as was reported", () => {
    expect(isHigh(slowMinutes(8), new Array<number>(10).fill(1))).toBe(true);
  });
});

describe("ours, with a hundred answers a minute", () => {
  /** Each minute's answers took what is said of it. */
  const took = (minutes: readonly number[]) =>
    readingOf(minutes.length * ANSWERS, {
      latency: histogramOf(minutes.flatMap((ms) => new Array<number>(ANSWERS).fill(ms))),
    });

  test("waits for more where there were four errors beside none, and fails at twice as many", () => {
    const kindAfter = (times: number) =>
      judgeCanary(readingsOf(readingOf(600 * times, { failed: 4 * times }), readingOf(600 * times)), RULES).kind;
    expect([kindAfter(1), kindAfter(2)]).toEqual(["more", "fail"]);
  });

  test("fails seven slow minutes of ten, and one of ten", () => {
    const { control } = REPORTED["spinnaker#6278, latency"];
    for (const slow of [7, 1])
      expect(judgeCanary(readingsOf(took(slowMinutes(slow)), took(control)), RULES).kind).toBe("fail");
  });

  test("fails latencies that vary as kayenta#780's control does, beside its experiment's", () => {
    const { experiment, control } = REPORTED["kayenta#780, latency"];
    expect(judgeCanary(readingsOf(took(control), took(experiment)), RULES).kind).toBe("fail");
  });
});
