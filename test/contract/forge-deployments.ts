import { describe, expect, test } from "vitest";
import { ACTIONS_BOT, BASE, HEAD } from "../fakes/forge/state.ts";
import type { ForgeWorlds } from "./forge-world.ts";

const REQUEST = {
  environment: "vertex/1234567890",
  commit: HEAD,
  description: "churn 2.3.0",
  payload: '{"sequence":7}',
  isProduction: true,
};

/** What becomes of a release after the merge. */
export function deploymentsContract(title: string, world: ForgeWorlds): void {
  describe(`${title}: deployments`, () => {
    test("one is created, and tells how it goes on", async () => {
      const { forge, state } = await world();
      const created = await forge.deployments.create(REQUEST);
      const { isProduction: _, ...shown } = REQUEST;
      expect(created).toEqual({ ...shown, id: created!.id, author: ACTIONS_BOT });
      expect(state.deployments).toMatchObject([{ isProduction: true }]);
      const begun = { state: "inProgress", description: "5 %", logUrl: "https://x.test/" } as const;
      await forge.deployments.tell(created!.id, begun);
      await forge.deployments.tell(created!.id, { state: "success", description: "", logUrl: null });
      expect(await forge.deployments.statuses(created!.id)).toEqual([
        { state: "success", description: "", logUrl: null },
        begun,
      ]);
    });

    test("those of an environment are told, the newest first", async () => {
      const { forge } = await world();
      expect(await forge.deployments.list(REQUEST.environment)).toEqual([]);
      const first = await forge.deployments.create(REQUEST);
      await forge.deployments.create({ ...REQUEST, environment: "other" });
      const last = await forge.deployments.create({ ...REQUEST, commit: BASE });
      expect(await forge.deployments.list(REQUEST.environment)).toEqual([last, first]);
    });

    test.each(["queued", "inProgress", "success", "failure", "error", "inactive"] as const)(
      "one may be %s",
      async (state) => {
        const { forge } = await world();
        const { id } = (await forge.deployments.create(REQUEST))!;
        await forge.deployments.tell(id, { state, description: "x".repeat(140), logUrl: null });
        expect(await forge.deployments.statuses(id)).toMatchObject([{ state }]);
        const tooLong = forge.deployments.tell(id, { state, description: "x".repeat(141), logUrl: null });
        await expect(tooLong).rejects.toMatchObject({ code: "forge-refused" });
      },
    );

    test("of one that is not there nothing is told", async () => {
      const { deployments } = (await world()).forge;
      await expect(deployments.statuses(5)).rejects.toMatchObject({ code: "forge-missing" });
      const told = deployments.tell(5, { state: "success", description: "", logUrl: null });
      await expect(told).rejects.toMatchObject({ code: "forge-missing" });
    });

    test("a forge without them says so", async () => {
      const { deployments } = (await world({ knows: { checks: false, hiding: false } })).forge;
      expect(await deployments.list("x")).toBeNull();
      expect(await deployments.create(REQUEST)).toBeNull();
    });
  });
}
