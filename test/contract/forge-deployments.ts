import { describe, expect, test } from "vitest";
import { ACTIONS_BOT, BASE, commitOf, HEAD, keptPullRequest, OCTOCAT } from "../fakes/forge/state.ts";
import type { ForgeWorlds } from "./forge-world.ts";

const REQUEST = {
  environment: "vertex/1234567890",
  commit: HEAD,
  description: "churn 2.3.0",
  payload: '{"sequence":7}',
  isProduction: true,
};

/** What becomes of a release after the merge, and what is proposed when it went wrong. */
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

  describe(`${title}: proposals`, () => {
    const proposal = { title: "Revert churn 2.3.0", body: "why", head: "revert/churn", base: "main", isDraft: false };
    test("a branch is proposed once", async () => {
      const { forge, state } = await world();
      expect(await forge.pullRequests.fromBranch("revert/churn")).toEqual([]);
      const proposed = await forge.pullRequests.propose(proposal);
      expect(proposed).toMatchObject({
        title: proposal.title,
        state: "open",
        isFork: false,
        author: ACTIONS_BOT,
        head: { commit: commitOf("revert/churn"), branch: "revert/churn", repository: "acme/models" },
        base: { branch: "main" },
      });
      expect(await forge.pullRequests.propose({ ...proposal, title: "again" })).toEqual(proposed);
      expect(await forge.pullRequests.fromBranch("revert/churn")).toEqual([proposed]);
      expect(state.pullRequests).toHaveLength(2);
    });

    test("a branch of that name in a fork, and one that was closed, are others", async () => {
      const head = { commit: HEAD, branch: "revert/churn", repository: "someone/models" };
      const pullRequests = [
        keptPullRequest(1, { head, isFork: true }),
        keptPullRequest(2, { head: { ...head, repository: "acme/models" }, state: "closed" }),
      ];
      const { forge } = await world({ pullRequests });
      expect(await forge.pullRequests.fromBranch("revert/churn")).toEqual([]);
      expect((await forge.pullRequests.propose({ ...proposal, isDraft: true })).isDraft).toBe(true);
    });
  });

  describe(`${title}: issues`, () => {
    test("one is opened, found again by its text and closed", async () => {
      const { forge, state } = await world();
      const opened = await forge.issues.create({ title: "Frozen", body: "<!-- mark --> why" });
      expect(await forge.issues.own("<!-- mark -->")).toEqual([opened]);
      expect(await forge.issues.own("other")).toEqual([]);
      await forge.issues.close(opened.number);
      expect(await forge.issues.own("<!-- mark -->")).toEqual([]);
      expect(state.issues).toMatchObject([{ isOpen: false, author: ACTIONS_BOT }]);
    });

    test("another's issue is none of ours", async () => {
      const kept = { title: "x", body: "<!-- mark -->", isOpen: true };
      const { forge } = await world({
        issues: [
          { ...kept, id: 1, author: OCTOCAT },
          { ...kept, id: 2, author: null },
        ],
      });
      expect(await forge.issues.own("<!-- mark -->")).toEqual([]);
    });

    test("one that is not there cannot be closed", async () => {
      await expect((await world()).forge.issues.close(5)).rejects.toMatchObject({ code: "forge-missing" });
    });
  });
}
