import { expect } from "vitest";
import { newWorld, pass } from "./world.ts";
import type { World, WorldOptions } from "./world-parts.ts";

/** A world in which these were released, one after another. */
export async function released(names: readonly string[], options: WorldOptions = {}): Promise<World> {
  const world = newWorld(options);
  for (const [index, name] of names.entries()) {
    pass(world, name, names[index - 1] ?? null);
    world.merge({ name, version: `${index + 1}.0.0` });
    expect(await world.run()).toMatchObject({ outcome: "healthy" });
  }
  return world;
}
