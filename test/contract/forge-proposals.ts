import { describe, expect, test } from "vitest";
import { commitOf, HEAD, keptPullRequest, OCTOCAT } from "../fakes/forge/state.ts";
import type { ForgeWorlds } from "./forge-world.ts";

/** What is proposed, and told to people, when a release went wrong. */
export function proposalsContract(title: string, world: ForgeWorlds): void {
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
        author: state.self,
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
      expect(state.issues).toMatchObject([{ isOpen: false, author: state.self }]);
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
