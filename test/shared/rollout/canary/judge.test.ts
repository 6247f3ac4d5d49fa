import { describe, expect, test } from "vitest";
import { judgeCanary } from "../../../../shared/rollout/canary/judge.ts";
import { RULES, readingOf, readingsOf } from "./readings.ts";

describe("errors", () => {
  test.each([
    ["none at all pass", 400, 0, 7, "pass"],
    ["as frequent as the champion's pass", 1_000, 1, 8, "pass"],
    ["a twentieth of 59 answers fails at once, long before there are enough", 59, 3, 7, "fail"],
    ["one below a twentieth of 60 answers is not yet an outage", 60, 2, 7, "more"],
    ["three in 49 beside a champion that hardly errs are proof enough", 49, 3, 7, "fail"],
    ["a few in forty answers are waited for", 40, 2, 70, "more"],
    ["ten times as frequent fail once it is proven", 900, 9, 7, "fail"],
    ["three in 500 beside 1 in 1,000 may be chance, and are waited for", 500, 3, 7, "more"],
    ["an outage of both is not the release's doing", 400, 40, 760, "pass"],
  ])("%s", (_, answers, failed, besides, kind) => {
    const beside = readingOf(7_600, { failed: besides });
    expect(judgeCanary(readingsOf(readingOf(answers, { failed }), beside), RULES).kind).toBe(kind);
  });
});
