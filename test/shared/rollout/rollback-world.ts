import type { World } from "./world-parts.ts";

export const CANARY = "{steps: [5, 50, 100], bakeSeconds: 600, minSamples: 400}";
export const A = { name: "a", version: "1.0.0" };
export const B = { name: "b", version: "2.0.0" };
export const DAY_MS = 25 * 3_600_000;

/** Every call of a run since, that changes something at the endpoint. */
export async function writesOf(world: World, act: () => Promise<unknown>): Promise<readonly string[]> {
  const before = world.cloud.calls.length;
  await act();
  const calls = world.cloud.calls.slice(before).map(({ method }) => method);
  return calls.filter((method) => /^endpoint\.(share|deploy|undeploy)$/.test(method));
}

export const events = async (world: World) => (await world.history()).map(({ event }) => event);
