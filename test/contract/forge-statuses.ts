import { describe, expect, test } from "vitest";
import { BASE, HEAD } from "../fakes/forge/state.ts";
import type { ForgeWorlds } from "./forge-world.ts";

/** What is said about a commit where there are no check runs. */
export function statusesContract(title: string, world: ForgeWorlds): void {
  describe(`${title}: the status of a commit`, () => {
    const status = { context: "model-release", state: "pending", description: "", targetUrl: null } as const;
    test("the newest of a context comes first, with who wrote it", async () => {
      const { forge, state } = await world();
      await forge.statuses.create(HEAD, status);
      await forge.statuses.create(HEAD, { ...status, context: "another" });
      await forge.statuses.create(HEAD, { ...status, state: "failure", targetUrl: "https://x.test/" });
      expect(await forge.statuses.list(HEAD, "model-release")).toEqual([
        { ...status, state: "failure", targetUrl: "https://x.test/", author: state.self },
        { ...status, author: state.self },
      ]);
      expect(await forge.statuses.list(BASE, "model-release")).toEqual([]);
    });

    test("140 characters of description are taken, one more is refused", async () => {
      const { forge } = await world();
      await forge.statuses.create(HEAD, { ...status, description: "x".repeat(140) });
      const tooLong = forge.statuses.create(HEAD, { ...status, description: "x".repeat(141) });
      await expect(tooLong).rejects.toMatchObject({ code: "forge-refused" });
    });
  });
}
