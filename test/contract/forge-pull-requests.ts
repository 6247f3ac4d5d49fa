import { describe, expect, test } from "vitest";
import { BASE, commitOf, HEAD, type KeptReview, keptPullRequest, OCTOCAT } from "../fakes/forge/state.ts";
import type { ForgeWorlds } from "./forge-world.ts";

const HUBOT = { login: "hubot", id: 2 };

/** Who proposes what, and who approves. */
export function pullRequestsContract(title: string, world: ForgeWorlds): void {
  describe(`${title}: pull requests`, () => {
    test("one is found by its number, and none is undefined", async () => {
      const { forge } = await world();
      const { reviews: _, changes: __, ...shown } = keptPullRequest(7);
      expect(await forge.pullRequests.find(7)).toEqual(shown);
      expect(await forge.pullRequests.find(8)).toBeUndefined();
    });

    test.each([
      ["open", { state: "open" as const }],
      ["a locked draft", { isLocked: true, isDraft: true }],
      ["closed", { state: "closed" as const }],
      ["merged", { state: "merged" as const, mergedAs: commitOf("merge") }],
      ["a fork's", { isFork: true, head: { commit: HEAD, branch: "main", repository: "someone/models" } }],
      ["one whose fork is gone", { isFork: true, head: { commit: HEAD, branch: "main", repository: null } }],
      ["one whose author is gone", { author: null }],
    ])("%s is told as it is", async (_, differing) => {
      const { forge } = await world({ pullRequests: [keptPullRequest(7, differing)] });
      expect(await forge.pullRequests.find(7)).toMatchObject(differing);
    });

    test("a commit is the head of those that are there, the open ones first", async () => {
      const pullRequests = [
        keptPullRequest(1, { state: "closed" }),
        keptPullRequest(2),
        keptPullRequest(3, { head: { commit: commitOf("other"), branch: "x", repository: "acme/models" } }),
      ];
      const { forge } = await world({ pullRequests });
      expect((await forge.pullRequests.withHead(HEAD)).map(({ number }) => number)).toEqual([2, 1]);
      expect(await forge.pullRequests.withHead(commitOf("nothing"))).toEqual([]);
    });

    test("a fork's head is found among many", async () => {
      const others = Array.from({ length: 120 }, (_, index) =>
        keptPullRequest(index + 1, { head: { commit: commitOf(`c${index}`), branch: "x", repository: "acme/models" } }),
      );
      const fork = keptPullRequest(400, {
        isFork: true,
        head: { commit: HEAD, branch: "main", repository: "someone/models" },
      });
      const { forge } = await world({ pullRequests: [...others, fork] });
      expect((await forge.pullRequests.withHead(HEAD)).map(({ number }) => number)).toEqual([400]);
    });

    test("what brought a commit is the one that was merged as it", async () => {
      const merged = keptPullRequest(3, { state: "merged", mergedAs: commitOf("merge") });
      const { forge } = await world({ pullRequests: [keptPullRequest(7), merged] });
      expect((await forge.pullRequests.thatBrought(commitOf("merge"))).map(({ number }) => number)).toEqual([3]);
      expect(await forge.pullRequests.thatBrought(commitOf("nothing"))).toEqual([]);
    });

    const review = (by: KeptReview["by"], state: KeptReview["state"], commit = HEAD): KeptReview => ({
      by,
      state,
      commit,
    });
    test.each<[string, readonly KeptReview[], readonly object[]]>([
      ["an approval stands", [review(OCTOCAT, "approved")], [{ by: OCTOCAT, commit: HEAD }]],
      [
        "a comment after it changes nothing",
        [review(OCTOCAT, "approved"), review(OCTOCAT, "commented")],
        [{ by: OCTOCAT, commit: HEAD }],
      ],
      [
        "a request for changes after it takes it back",
        [review(OCTOCAT, "approved"), review(OCTOCAT, "changesRequested")],
        [],
      ],
      ["one that was dismissed does not stand", [review(OCTOCAT, "dismissed")], []],
      ["an earlier one does not come back", [review(OCTOCAT, "approved"), review(OCTOCAT, "dismissed")], []],
      [
        "the later one counts",
        [review(OCTOCAT, "approved", BASE), review(OCTOCAT, "approved")],
        [{ by: OCTOCAT, commit: HEAD }],
      ],
      [
        "one of a commit that is no longer the head says which",
        [review(OCTOCAT, "approved", BASE)],
        [{ by: OCTOCAT, commit: BASE }],
      ],
      [
        "each reviewer counts alone",
        [review(OCTOCAT, "approved"), review(HUBOT, "changesRequested")],
        [{ by: OCTOCAT, commit: HEAD }],
      ],
      ["a review that was not sent is none", [review(OCTOCAT, "pending")], []],
      ["nobody's counts not", [review(null, "approved")], []],
    ])("of the reviews, %s", async (_, reviews, approvals) => {
      const { forge } = await world({ pullRequests: [keptPullRequest(7, { reviews })] });
      expect(await forge.pullRequests.approvals(7)).toEqual(approvals);
    });

    test("the last word is found behind 120 others", async () => {
      const reviews = [...Array.from({ length: 120 }, () => review(OCTOCAT, "approved")), review(OCTOCAT, "dismissed")];
      const { forge } = await world({ pullRequests: [keptPullRequest(7, { reviews })] });
      expect(await forge.pullRequests.approvals(7)).toEqual([]);
    });

    test("all that is changed is told, sorted", async () => {
      const changes = [
        { kind: "renamed" as const, path: "b", from: "a" },
        ...Array.from({ length: 150 }, (_, index) => ({ kind: "changed" as const, path: `c/${1000 - index}` })),
        { kind: "deleted" as const, path: "d" },
        { kind: "added" as const, path: "a" },
      ];
      const { forge } = await world({ pullRequests: [keptPullRequest(7, { changes })] });
      expect(await forge.pullRequests.changes(7)).toEqual(changes.toSorted((a, b) => (a.path < b.path ? -1 : 1)));
    });

    test.each(["approvals", "changes"] as const)("%s of one that is not there is a failure", async (what) => {
      const { forge } = await world();
      await expect(forge.pullRequests[what](8)).rejects.toMatchObject({ code: "forge-missing" });
    });
  });
}
