import { describe, expect, test } from "vitest";
import { servedCases } from "../../../../shared/evidence/served-case.ts";
import type { PredictAnswer } from "../../../../shared/ports/endpoint.ts";
import type { Outcome, RefusalReason } from "../../../../shared/ports/outcome.ts";
import type { SmokePorts } from "../../../../shared/rollout/smoke/smoke-test.ts";
import { smokeTest } from "../../../../shared/rollout/smoke/smoke-test.ts";
import { digestOf, GOLDEN, servedManifest } from "../served.ts";

const MANIFEST = servedManifest();
const CASES = servedCases(GOLDEN, "golden.jsonl", MANIFEST.contract);
const VERSION = { model: "m", version: "1" };

type Answer = (x: number, request: number) => Outcome<PredictAnswer>;

function answer(predictions: readonly unknown[], deployedModelId = "7"): Outcome<PredictAnswer> {
  return { kind: "done", value: { predictions, deployedModelId, version: VERSION, latencyMs: 5 } };
}

function refused(reason: RefusalReason): Outcome<never> {
  return { kind: "refused", reason, message: "no healthy upstream", fix: "Wait." };
}

const right: Answer = (x) => answer([[x / 100]]);

/** An endpoint where the release and another are deployed, and how often it was asked and waited for. */
function endpointOf(predict: Answer, split: Readonly<Record<string, number>> = { 7: 100 }) {
  const seen = { requests: 0, waits: 0 };
  const deployed = (id: string, release: string) => ({
    id,
    version: VERSION,
    digest: digestOf(release),
    displayName: release,
    deployedAt: "",
    machine: null,
  });
  const ports: SmokePorts = {
    endpoint: {
      read: async () => ({
        kind: "done",
        value: { etag: "1", split, deployed: [deployed("6", "a"), deployed("7", "b")] },
      }),
      predict: async ({ instances }) => {
        seen.requests += 1;
        return predict((instances as number[][])[0]![0]!, seen.requests);
      },
    },
    sleep: async () => {
      seen.waits += 1;
    },
  };
  return { ports, seen };
}

const smoked = (predict: Answer, split?: Readonly<Record<string, number>>) =>
  smokeTest(MANIFEST, CASES, endpointOf(predict, split).ports);

test("every golden case answered as recorded passes, with the slowest answer's time", async () => {
  expect(await smoked(right)).toEqual({ kind: "passed", requests: 4, slowestMs: 5 });
});

describe("a wrong answer fails, and says which case and what", () => {
  test.each<[string, Answer, string]>([
    [
      "another number",
      (x) => answer([[x === 30 ? 0.4 : x / 100]]),
      "the golden case on line 3 was answered otherwise than recorded: output y is off by up to 0.1 in 1 of 1 values",
    ],
    [
      "another shape",
      () => answer([[0.1, 0.2]]),
      'the golden case on line 1 was answered wrongly: "y" takes float32 [-1, 1], but predictions[0] is a list of 2',
    ],
    [
      "another name",
      () => answer([{ z: [0.1] }]),
      'the golden case on line 1 was answered wrongly: predictions[0]["z"] names no tensor of the signature',
    ],
    [
      "too many rows",
      () => answer([[0.1], [0.1]]),
      "the golden case on line 1 was answered wrongly: 1 rows were asked, and 2 answered",
    ],
    ["no rows", () => answer([]), "the golden case on line 1 was answered wrongly: 1 rows were asked, and 0 answered"],
    [
      "text",
      () => answer(["0.1"]),
      'the golden case on line 1 was answered wrongly: "y" takes float32 [-1, 1], but predictions[0] is the string "0.1"',
    ],
    [
      "no number",
      () => answer([[Number.NaN]]),
      "the golden case on line 1 was answered wrongly: output y holds 1 values that are NaN or infinite",
    ],
    [
      "beyond the declared range",
      () => answer([[1.5]]),
      "the golden case on line 1 was answered wrongly: output y reaches from 1.5 to 1.5, and is declared from 0 to 1",
    ],
    [
      "a refusal of the request",
      () => refused("invalid"),
      "the golden case on line 1 was refused: no healthy upstream",
    ],
    ["a crash", () => refused("crashed"), "the golden case on line 1 was refused: no healthy upstream"],
  ])("%s", async (_, predict, reason) => {
    expect(await smoked(predict)).toEqual({ kind: "failed", reason });
  });

  test("the same number for everybody, under a tolerance that would let it be", async () => {
    const lenient = { ...MANIFEST, golden: { file: "golden.jsonl", rtol: 0, atol: 0.16 } };
    const result = await smokeTest(lenient, CASES, endpointOf(() => answer([[0.25]])).ports);
    expect(result).toEqual({
      kind: "failed",
      reason: "output y answers every golden case alike, and they were recorded apart",
    });
  });
});

describe("nothing is known of the release", () => {
  test("where the platform does not answer, however often it is asked", async () => {
    const { ports, seen } = endpointOf(() => refused("unavailable"));
    expect(await smokeTest(MANIFEST, CASES, ports)).toMatchObject({
      kind: "unknown",
      reason: expect.stringContaining("no healthy upstream"),
    });
    expect(seen).toEqual({ requests: 5, waits: 4 });
  });

  test("where somebody else answers in its place", async () => {
    expect(await smoked((x) => answer([[x / 100]], "6"))).toEqual({
      kind: "unknown",
      reason: "the golden case on line 1 found no answer of the release: deployed model 6 answered in its place",
    });
  });

  test("where the endpoint cannot be read", async () => {
    const { ports } = endpointOf(right);
    const unread = { ...ports, endpoint: { ...ports.endpoint, read: async () => refused("unavailable") } };
    expect(await smokeTest(MANIFEST, CASES, unread)).toMatchObject({ kind: "unknown" });
  });

  test("where it has no traffic: zero means zero", async () => {
    expect(await smoked(right, { 6: 100, 7: 0 })).toEqual({
      kind: "unknown",
      reason: "the release has no traffic at the endpoint",
    });
  });
});

test("an answer of somebody else's is asked for again, and does not count", async () => {
  const { ports, seen } = endpointOf((x, request) => (request === 2 ? answer([[0.9]], "6") : right(x, request)));
  expect(await smokeTest(MANIFEST, CASES, ports)).toMatchObject({ kind: "passed", requests: 4 });
  expect(seen).toEqual({ requests: 5, waits: 1 });
});

test("no more than a hundred cases are asked", async () => {
  const { ports, seen } = endpointOf(right);
  const many = Array.from({ length: 300 }, (_, index) => CASES[index % CASES.length]!);
  expect(await smokeTest(MANIFEST, many, ports)).toMatchObject({ kind: "passed", requests: 100 });
  expect(seen.requests).toBe(100);
});
