import { describe, expect, test } from "vitest";
import { released } from "./released.ts";
import { digestOf, ENDPOINT } from "./releases.ts";
import { pass } from "./world.ts";
import type { World } from "./world-parts.ts";

const CANARY = "{steps: [5, 100], bakeSeconds: 600, minSamples: 400}";
const A = { name: "a", version: "1.0.0" };
const B = { name: "b", version: "2.0.0", rollout: CANARY };
const FILE = `${ENDPOINT}.jsonl`;

/** Somebody edits the last line; what undoes it again. */
function tamper({ branch }: World): () => void {
  const bytes = branch.files.get(FILE)!;
  const text = Buffer.from(bytes).toString();
  const at = text.trimEnd().lastIndexOf("\n") + 1;
  branch.files.set(FILE, Buffer.from(`${text.slice(0, at)}${text.slice(at).replace("octocat", "0ctocat")}`));
  return () => void branch.files.set(FILE, bytes);
}

const writes = ({ cloud }: World) => cloud.calls.filter(({ method }) => /share|deploy/.test(method)).length;

describe("a ledger that somebody has changed", () => {
  test("keeps nobody from giving traffic back that a canary has forfeited, and is told once it is mended", async () => {
    const world = await released(["a"]);
    pass(world, "b", "a");
    world.merge(B);
    await world.run({ isPatient: false });
    world.judgements.set(digestOf("b"), "fail");
    const mend = tamper(world);
    expect(await world.run()).toMatchObject({ outcome: "bad" });
    expect(world.served()).toEqual({ a: 100 });
    mend();
    await world.run();
    expect((await world.history()).map(({ event }) => event).slice(-2)).toEqual(["restored", "bad"]);
  });

  test("holds a canary that is well where it is", async () => {
    const world = await released(["a"]);
    pass(world, "b", "a");
    world.merge(B);
    await world.run({ isPatient: false });
    const mend = tamper(world);
    expect(await world.run()).toMatchObject({ outcome: "refused", reason: expect.stringContaining(`${FILE}:`) });
    expect(world.served()).toEqual({ a: 95, b: 5 });
    mend();
    expect(await world.run()).toMatchObject({ outcome: "healthy" });
  });

  test("lets a revert through to what was well before the change, in one write", async () => {
    const world = await released(["a", "b"]);
    const mend = tamper(world);
    world.merge(A);
    const before = writes(world);
    expect(await world.run()).toMatchObject({ outcome: "healthy", fix: expect.stringContaining("git log") });
    expect(writes(world) - before).toBe(1);
    expect(world.served()).toEqual({ a: 100 });
    expect(await world.run()).toMatchObject({ outcome: "refused" });
    mend();
    expect(await world.run()).toMatchObject({ outcome: "noop" });
    expect((await world.history()).at(-1)).toMatchObject({ event: "rolledBack", version: "1.0.0" });
  });

  test("begins no promotion, and changes nothing", async () => {
    const world = await released(["a"]);
    tamper(world);
    pass(world, "b", "a");
    world.merge(B);
    const before = writes(world);
    expect(await world.run()).toMatchObject({ outcome: "refused", reason: expect.stringContaining(FILE) });
    expect(writes(world)).toBe(before);
  });
});

describe("a manifest that is deleted", () => {
  test("and says hold keeps the standby too, for as long as it is gone", async () => {
    const world = await released(["a", "b"]);
    world.merge(null);
    await world.time.wait(100 * 3_600_000);
    expect(await world.run()).toMatchObject({ outcome: "noop", entries: [] });
    const { deployed } = world.cloud.state.endpoints[world.cloud.endpoint(ENDPOINT).name]!;
    expect(deployed).toHaveLength(2);
  });
});
