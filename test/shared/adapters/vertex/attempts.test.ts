import { describe, expect, test } from "vitest";
import { call } from "../../../../shared/adapters/vertex/attempts.ts";
import type { Method } from "../../../../shared/adapters/vertex/methods.ts";
import { backOffMs, type Pace } from "../../../../shared/adapters/vertex/pace.ts";

const SAFE: Method = { verb: "Reading", repeat: "safe", opensArtifact: false, timeoutMs: 1_000, deadlineMs: 10_000 };
const ONCE: Method = { ...SAFE, repeat: "once" };
const RATE = { code: 8, details: "requests per minute" };
const UNAVAILABLE = { code: 14, details: "reset" };
const UNSENT = { code: 14, details: "No connection established" };

interface Watched extends Pace {
  readonly waitsMs: number[];
}

function pace(random = 1): Watched {
  let nowMs = 0;
  const waitsMs: number[] = [];
  const wait = async (ms: number): Promise<void> => {
    waitsMs.push(ms);
    nowMs += ms;
  };
  return { nowMs: () => nowMs, wait, random: () => random, waitsMs };
}

/** Fails in turn with each of these, then answers. */
function failing(...faults: readonly object[]): {
  readonly attempt: () => Promise<string>;
  readonly asked: () => number;
} {
  let asked = 0;
  const attempt = async (): Promise<string> => {
    const fault = faults[asked];
    asked += 1;
    if (fault !== undefined) throw Object.assign(new Error("failed"), fault);
    return "answer";
  };
  return { attempt, asked: () => asked };
}

async function tried(method: Method, ...faults: readonly object[]) {
  const { attempt, asked } = failing(...faults);
  const watched = pace();
  let renewals = 0;
  const renewCredentials = async (): Promise<void> => {
    renewals += 1;
  };
  const called = await call(method, attempt, { pace: watched, renewCredentials });
  return { kind: called.kind, asked: asked(), renewals, waitsMs: watched.waitsMs };
}

test.each<[string, Method, readonly object[], object]>([
  ["an answer is an answer", SAFE, [], { kind: "answered", asked: 1 }],
  [
    "a read is asked again until it is answered",
    SAFE,
    [UNAVAILABLE, RATE, { code: 4 }],
    { kind: "answered", asked: 4 },
  ],
  ["a read that is refused is not asked again", SAFE, [{ code: 5, details: "" }], { kind: "failed", asked: 1 }],
  ["a write that may have arrived is not sent again", ONCE, [UNAVAILABLE], { kind: "failed", asked: 1 }],
  ["a write that never left is", ONCE, [UNSENT, UNSENT], { kind: "answered", asked: 3 }],
  ["a write that came too fast is", ONCE, [RATE], { kind: "answered", asked: 2 }],
  ["a write that found no machine is not", ONCE, [{ code: 8, details: "stockout" }], { kind: "failed", asked: 1 }],
  [
    "a write that found the endpoint busy is sent again",
    ONCE,
    [{ code: 9, details: "There are other operations running on the Endpoint: projects/p/operations/1." }],
    { kind: "answered", asked: 2 },
  ],
  ["a write that came at the wrong time is not", ONCE, [{ code: 9, details: "It has traffic." }], { asked: 1 }],
  ["a token that ended is renewed at once", ONCE, [{ code: 16 }], { kind: "answered", renewals: 1, waitsMs: [] }],
  ["but once", SAFE, [{ code: 16 }, { code: 16 }], { kind: "failed", asked: 2, renewals: 1 }],
  ["what is evidence is asked once", { ...SAFE, repeat: "never" }, [UNAVAILABLE], { kind: "failed", asked: 1 }],
])("%s", async (_, method, faults, expected) => expect(await tried(method, ...faults)).toMatchObject(expected));

test("each wait may be twice as long as the one before", async () => {
  const { waitsMs } = await tried(SAFE, ...Array(5).fill(UNAVAILABLE));
  expect(waitsMs).toEqual([200, 400, 800, 1_600, 3_200]);
});

test("nobody is asked after the deadline", async () => {
  const { kind, waitsMs } = await tried(SAFE, ...Array(100).fill(UNAVAILABLE));
  expect(kind).toBe("failed");
  expect(waitsMs.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(SAFE.deadlineMs);
});

test("what a server asks for is waited for, unless it is beyond the deadline", async () => {
  const told = (seconds: number) => ({ ...RATE, statusDetails: [{ retryDelay: { seconds } }] });
  expect((await tried(SAFE, told(5))).waitsMs).toEqual([5_200]);
  expect(await tried(SAFE, told(50))).toMatchObject({ kind: "failed", asked: 1, waitsMs: [] });
});

test("an attempt that never ends does", async () => {
  const hasty = { ...ONCE, timeoutMs: 1 };
  const called = call(hasty, () => new Promise<never>(() => {}), { pace: pace(), renewCredentials: async () => {} });
  expect(await called).toMatchObject({ kind: "failed", fault: { code: "DEADLINE_EXCEEDED", hadNoEffect: false } });
});

describe("waiting has full jitter", () => {
  test.each([
    ["nothing at the least", 3, 0, 0, 0],
    ["all of it at the most", 3, 1, 0, 1_600],
    ["never more than 20 s", 60, 1, 0, 20_000],
    ["beside what was asked for", 0, 0.5, 3_000, 3_100],
  ])("%s", (_, tries, random, atLeastMs, ms) => expect(backOffMs(tries, random, atLeastMs)).toBe(ms));
});
