import { describe, expect, test } from "vitest";
import type { PredictAnswer } from "../../../../shared/ports/endpoint.ts";
import type { Outcome } from "../../../../shared/ports/outcome.ts";
import { canaryWatch, type WatchPorts } from "../../../../shared/rollout/canary/watch.ts";
import type { CanaryQuestion } from "../../../../shared/rollout/canary.ts";
import { seeded } from "../../statistics/random.ts";
import { GOLDEN, servedManifest } from "../served.ts";
import { portsOf, questionOf, refused, SINCE_MS } from "./watching.ts";

describe("by probes", () => {
  const MANIFEST = servedManifest("{steps: [50, 100], minSamples: 100, telemetry: probes}");
  const version = { model: "m", version: "1" };

  type Answering = (id: string, x: number) => Outcome<readonly unknown[]>;
  const right: Answering = (_, x) => ({ kind: "done", value: [[x / 100]] });

  /** Routes every request by chance, as its split says. */
  function probed(answering: Answering, percent = 50, split: readonly [number, number] = [percent, 100]) {
    const draw = seeded(11);
    const seen = { requests: 0, nowMs: 0 };
    const predict = async ({
      instances,
    }: {
      readonly instances: readonly unknown[];
    }): Promise<Outcome<PredictAnswer>> => {
      seen.requests += 1;
      seen.nowMs += 1;
      const at = 100 * draw();
      const id = at < split[0] ? "7" : at < split[1] ? "6" : "";
      const outcome = answering(id, (instances as number[][])[0]![0]!);
      if (outcome.kind !== "done") return outcome;
      return { kind: "done", value: { predictions: outcome.value, deployedModelId: id, version, latencyMs: 5 } };
    };
    const clock = { elapsedMs: () => seen.nowMs };
    const watch = canaryWatch(portsOf({ endpoint: { predict }, clock, golden: async () => GOLDEN }));
    return { seen, watch: (asked: Partial<CanaryQuestion> = {}) => watch(questionOf(MANIFEST, { percent, ...asked })) };
  }

  test("passes what answers as its champion does, with no more requests than it takes", async () => {
    const { watch, seen } = probed(right);
    await watch();
    expect(seen.requests).toBe(200);
    expect((await watch()).kind).toBe("pass");
    expect(seen.requests).toBe(300);
  });

  test("goes on counting where it left off, and begins anew with another step", async () => {
    const { watch } = probed(right, 5);
    const reasons = [
      await watch(),
      await watch({ nowMs: SINCE_MS + 660_000 }),
      await watch({ sinceMs: SINCE_MS + 700_000 }),
    ];
    const answers = reasons.map(({ reason }) => Number(/^(\d+) of 100 answers/.exec(reason)![1]));
    expect(answers[1]).toBeGreaterThan(answers[0]!);
    expect(answers[2]).toBeLessThan(answers[1]!);
  });

  test("never sends more than a thousand requests at a time, nor for longer than a quarter of a minute", async () => {
    const many = probed(right, 1);
    await many.watch();
    expect(many.seen.requests).toBe(1_000);
    const slow = probed((id, x) => {
      slow.seen.nowMs += 999;
      return right(id, x);
    });
    await slow.watch();
    expect(slow.seen.requests).toBeLessThanOrEqual(15 + 4);
  });

  test("fails answers that break the contract", async () => {
    const { watch } = probed((id, x) => (id === "7" ? { kind: "done", value: [[x]] } : right(id, x)));
    expect(await watch()).toMatchObject({
      kind: "fail",
      reason: expect.stringMatching(/were invalid.*output y reaches from 10 to 10, and is declared from 0 to 1/),
    });
  });

  test("fails scores that are all the same", async () => {
    const { watch } = probed((id, x) => (id === "7" ? { kind: "done", value: [[0.5]] } : right(id, x)));
    expect(await watch()).toMatchObject({
      kind: "fail",
      reason: expect.stringMatching(/scores were 0\.5; of the champion's/),
    });
  });

  test("leaves out what nobody knows who answered, and says so", async () => {
    const { watch } = probed(right, 50, [50, 90]);
    const judgement = await watch();
    expect(judgement.reason).toMatch(
      /left out are probes that nobody knows who answered: \d+ × answered by somebody else$/,
    );
  });

  test("finds a challenger that answers nothing, by what is missing of its share", async () => {
    const { watch } = probed((id, x) => (id === "7" ? refused("unavailable") : right(id, x)), 10);
    expect(await watch()).toMatchObject({
      kind: "fail",
      reason: expect.stringMatching(
        /^the challenger answered 0 of about \d+ requests that were its share, and \d+ found no answer/,
      ),
    });
  });

  test.each<[string, Answering]>([
    ["the platform's outage, which answers nobody", () => refused("unavailable")],
    ["credentials that expired", () => refused("credentials")],
    ["a champion that answers nothing", (id, x) => (id === "6" ? refused("unavailable") : right(id, x))],
  ])("does not take for the challenger's fault %s", async (_, answering) => {
    expect((await probed(answering, 10).watch()).kind).toBe("more");
  });

  test("asks whoever answers every second request all cases alike", async () => {
    const asked = new Map<number, number>();
    let request = 0;
    const predict: WatchPorts["endpoint"]["predict"] = async ({ instances }) => {
      const x = (instances as number[][])[0]![0]!;
      const id = request++ % 2 === 0 ? "7" : "6";
      if (id === "7") asked.set(x, (asked.get(x) ?? 0) + 1);
      return { kind: "done", value: { predictions: [[x / 100]], deployedModelId: id, version, latencyMs: 5 } };
    };
    await canaryWatch(portsOf({ endpoint: { predict }, golden: async () => GOLDEN }))(questionOf(MANIFEST));
    expect([...asked.values()].every((times) => Math.abs(times - 25) <= 2)).toBe(true);
    expect(asked.size).toBe(4);
  });

  test.each([
    ["there are no golden requests", null, /names no golden requests/],
    ["they do not fit the contract", '{"instances": [[1, 2]], "predictions": [[1]]}', /golden\.jsonl:1:16: "x" takes/],
  ])("holds where %s", async (_, text, reason) => {
    const golden = async () => (text === null ? null : new TextEncoder().encode(text));
    const judgement = await canaryWatch(portsOf({ golden }))(questionOf(MANIFEST));
    expect(judgement).toMatchObject({ kind: "more", reason: expect.stringMatching(reason) });
  });
});
