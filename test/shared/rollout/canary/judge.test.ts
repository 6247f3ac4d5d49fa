import { describe, expect, test } from "vitest";
import { judgeCanary } from "../../../../shared/rollout/canary/judge.ts";
import type { ContentReading, ModelReading } from "../../../../shared/rollout/canary/readings.ts";
import { histogramOf, RULES, readingOf, readingsOf } from "./readings.ts";

const CHAMPION = readingOf(7_600, { failed: 7 });
const EVEN = Array.from({ length: 400 }, (_, index) => index / 400);

function contentOf(scores: readonly number[], invalid = 0, answers = scores.length): ContentReading {
  return { answers, invalid, example: invalid === 0 ? null : "output y is NaN", scores };
}

function judged(challenger: ModelReading, champion: ModelReading | null = CHAMPION, rules = RULES) {
  return judgeCanary(readingsOf(challenger, champion), rules);
}

describe("errors", () => {
  test.each([
    ["none at all pass", 400, 0, 7, "pass"],
    ["as frequent as the champion's pass", 1_000, 1, 8, "pass"],
    ["three in 49 beside a champion that hardly errs are proof", 49, 3, 7, "fail"],
    ["ten times as frequent fail once it is proven", 900, 9, 7, "fail"],
    ["three in 500 beside one in 1,000 may be chance, and are waited for", 500, 3, 7, "more"],
    ["what ten times as many answers did not prove is let go on", 4_000, 8, 7, "pass"],
    ["one answer fewer is still waited for", 3_999, 8, 7, "more"],
    ["an outage of both is not the release's doing", 400, 40, 760, "pass"],
  ])("%s", (_, answers, failed, besides, kind) => {
    expect(judged(readingOf(answers, { failed }), readingOf(7_600, { failed: besides })).kind).toBe(kind);
  });

  test.each([
    ["three in 60 answers are a twentieth, and fail long before there are enough", 60, 3, 1, "fail"],
    ["three in 61 are less than a twentieth, and no proof", 61, 3, 1, "more"],
    ["three in 50 are an outage", 50, 3, 1, "fail"],
    ["two in 40 are a twentieth of too few", 40, 2, 0, "more"],
    ["a twentieth is no outage where the champion errs as often", 60, 3, 30, "more"],
    ["nor where it errs often enough for chance to explain it", 60, 3, 5, "more"],
  ])("beside few of the champion's: %s", (_, answers, failed, besides, kind) => {
    expect(judged(readingOf(answers, { failed }), readingOf(600, { failed: besides })).kind).toBe(kind);
  });

  test("of a first release are compared with nobody's: only an outage fails", () => {
    expect(judged(readingOf(400, { failed: 19 }), null).kind).toBe("pass");
    expect(judged(readingOf(400, { failed: 20 }), null).kind).toBe("fail");
  });

  test("are told with their statuses, beside the champion's", () => {
    const challenger = readingOf(500, { errors: { "5xx": 3, 429: 30 } });
    expect(judged(challenger)).toEqual({
      kind: "fail",
      reason:
        "33 of 500 answers (6.6 %) were errors: 30 × 429, 3 × 5xx; of the champion's, asked at the same time, 7 of 7,600 (0.092 %)",
    });
  });

  test("that count more than the answers are not believed beyond them", () => {
    expect(judged(readingOf(100, { failed: 200 }))).toMatchObject({
      kind: "fail",
      reason: expect.stringMatching(/^100 of 100 answers /),
    });
  });
});

describe("latency", () => {
  const took = (answers: number, ms: number) =>
    readingOf(answers, { latency: histogramOf(new Array(answers).fill(ms)) });

  test.each([
    ["as long as the champion's passes", 20, "pass"],
    ["a bucket more is as much as may be, and passes", 22, "pass"],
    ["two buckets more fails", 24.5, "fail"],
    ["half passes", 10, "pass"],
  ])("%s", (_, ms, kind) => {
    expect(judged(took(1_000, ms)).kind).toBe(kind);
  });

  test("that may be twice the champion's may be so", () => {
    const rules = { ...RULES, latency: { maxRatio: 2, p95Ms: null } };
    expect(judged(took(1_000, 35), CHAMPION, rules).kind).toBe("pass");
    expect(judged(took(1_000, 50), CHAMPION, rules).kind).toBe("fail");
  });

  test("has an absolute limit, proven by bounds of buckets alone", () => {
    const rules = { ...RULES, latency: { maxRatio: 9, p95Ms: 50 } };
    expect(judged(took(1_000, 49), null, rules).kind).toBe("pass");
    expect(judged(took(1_000, 70), null, rules)).toMatchObject({
      kind: "fail",
      reason: expect.stringMatching(/^p95 is .* ms, and may be 50 ms: it is at least /),
    });
  });

  test("of one in fifty answers is p99's business, and not p95's", () => {
    const tail = readingOf(2_000, {
      latency: histogramOf([...new Array(1_940).fill(20), ...new Array(60).fill(400)]),
    });
    expect(judged(tail)).toMatchObject({ kind: "fail", reason: expect.stringMatching(/^p99 is /) });
  });

  test("that nobody told is waited for, and is not needed where its gate does not block", () => {
    const silent = readingOf(1_000, { latency: { boundsMs: [], counts: [0] } });
    expect(judged(silent)).toMatchObject({ kind: "more", reason: expect.stringContaining("not known yet") });
    expect(judged(took(1_000, 20), { ...CHAMPION, latency: silent.latency }).kind).toBe("more");
    expect(judged(silent, CHAMPION, { ...RULES, latency: null }).kind).toBe("pass");
  });

  test("in a single bucket without bounds proves nothing", () => {
    const unbounded = { boundsMs: [], counts: [1_000] };
    expect(judged(readingOf(1_000, { latency: unbounded }), readingOf(1_000, { latency: unbounded })).kind).toBe(
      "pass",
    );
  });
});

describe("what was answered", () => {
  const beside = readingOf(7_600, { content: contentOf(EVEN) });
  const answered = (content: ContentReading) => judged(readingOf(2_000, { content }), beside);

  test.each([
    ["all valid passes", 0, 2_000, "pass"],
    ["one invalid answer in 1,000 is one in a thousand, and has to be fewer", 1, 1_000, "more"],
    ["one in 1,001 is fewer", 1, 1_001, "pass"],
    ["three in a hundred are proof", 3, 100, "fail"],
  ])("%s", (_, invalid, answers, kind) => {
    expect(answered(contentOf(EVEN, invalid, answers)).kind).toBe(kind);
  });

  test("names the first invalid answer", () => {
    expect(answered(contentOf(EVEN, 50))).toMatchObject({
      reason: "50 of 400 answers (13 %) were invalid, and fewer than 0.1 % may be: output y is NaN",
    });
  });

  test.each([
    ["fifty times the same score, where the champion's differ, fails", new Array(50).fill(0.5), EVEN, "fail"],
    [
      "a deviation of a millionth is constant",
      [...new Array(200).fill(0.5), ...new Array(200).fill(0.5 + 1e-6)],
      EVEN,
      "fail",
    ],
    [
      "the same score where nearly all the champion's are the same too passes",
      new Array(400).fill(0),
      [...new Array(399).fill(0), 1],
      "pass",
    ],
  ])("%s", (_, scores, others, kind) => {
    const champion = readingOf(7_600, { content: contentOf(others) });
    expect(judged(readingOf(2_000, { content: contentOf(scores) }), champion).kind).toBe(kind);
  });

  test("49 equal scores are too few to be called constant", () => {
    expect(answered(contentOf(new Array(49).fill(0.5))).kind).not.toBe("fail");
  });

  test("scores that lie elsewhere fail when it is proven, and are waited for until then", () => {
    const many = Array.from({ length: 4_000 }, (_, index) => index / 4_000);
    const champion = readingOf(7_600, { content: contentOf(many) });
    const cubed = (scores: readonly number[]) => contentOf(scores.map((score) => score ** 2.3));
    expect(judged(readingOf(1_000, { content: cubed(EVEN) }), champion).kind).toBe("more");
    expect(judged(readingOf(4_000, { content: cubed(many) }), champion)).toMatchObject({
      kind: "fail",
      reason: expect.stringContaining("the predictions lie elsewhere"),
    });
  });

  test("is not held against a release whose gate `sanity` does not block, but for what is invalid", () => {
    const rules = { ...RULES, areScoresJudged: false };
    expect(judged(readingOf(2_000, { content: contentOf(new Array(400).fill(0.5)) }), beside, rules).kind).toBe("pass");
    expect(judged(readingOf(2_000, { content: contentOf(EVEN, 50) }), beside, rules).kind).toBe("fail");
  });
});

describe("too little traffic", () => {
  test.each([
    ["one answer fewer than are needed holds", 399, "more"],
    ["as many as are needed pass", 400, "pass"],
  ])("%s", (_, answers, kind) => {
    expect(judged(readingOf(answers)).kind).toBe(kind);
  });

  test("is asked about again when, at the rate seen, there will be enough", () => {
    expect(judged(readingOf(100))).toEqual({
      kind: "more",
      reason: "100 of 400 answers that are needed; at this rate in 30 minutes",
      againMs: 1_800_000,
    });
  });

  test.each([
    ["nothing at all is asked about again in a minute", 0, 60_000],
    ["next to nothing is asked about again in an hour", 1, 3_600_000],
    ["nearly enough is asked about again when there is a quarter more", 399, 150_000],
  ])("%s", (_, answers, againMs) => {
    expect(judged(readingOf(answers))).toMatchObject({ kind: "more", againMs });
  });

  test("of the champion beside it holds too: the world may have changed", () => {
    expect(judged(readingOf(400), readingOf(49)).kind).toBe("more");
    expect(judged(readingOf(400), readingOf(50)).kind).toBe("pass");
    expect(judged(readingOf(400), readingOf(0))).toMatchObject({
      kind: "more",
      reason: expect.stringMatching(/^only 0 answers of the champion/),
    });
  });

  test("is none where no answers are asked for", () => {
    expect(judged(readingOf(1), readingOf(0), { ...RULES, minSamples: 0 }).kind).toBe("pass");
  });

  test("says what was left out", () => {
    const readings = { ...readingsOf(readingOf(0), CHAMPION), remarks: ["left out are 3 probes"] };
    expect(judgeCanary(readings, RULES)).toMatchObject({
      reason: "the challenger has answered nothing yet; left out are 3 probes",
    });
  });
});
