import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { Failure } from "../../../../shared/failure.ts";
import { git } from "../../../contract/git-repository.ts";
import { type KeptPullRequest, keptPullRequest } from "../../../fakes/forge/state.ts";
import { type FakeForge, fakeForge } from "../../../fakes/forge.ts";
import { BRANCH, type FailedRelease, failedReleases, propose } from "./failed-release.ts";

const scratch = mkdtempSync(join(tmpdir(), "proposal-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const failedRelease = failedReleases(scratch);
const APP = { login: "acme-releases[bot]", id: 7 };

/** A forge that knows what was pushed: a pull request's head is its branch's tip. */
function forgeOf({ repository }: FailedRelease, forge: FakeForge): FakeForge {
  const propose: FakeForge["pullRequests"]["propose"] = async (proposal) => {
    const proposed = await forge.pullRequests.propose(proposal);
    const commit = git(repository.origin!, ["rev-parse", `refs/heads/${proposal.head}`]).trim();
    const index = forge.state.pullRequests.findIndex(({ number }) => number === proposed.number);
    const kept = forge.state.pullRequests[index]!;
    forge.state.pullRequests[index] = { ...kept, head: { ...kept.head, commit } };
    return forge.state.pullRequests[index];
  };
  return { ...forge, pullRequests: { ...forge.pullRequests, propose } };
}

function become(forge: FakeForge, state: KeptPullRequest["state"], mergedAs: string | null = null): void {
  const [index, kept] = [forge.state.pullRequests.length - 1, forge.state.pullRequests.at(-1)!];
  forge.state.pullRequests[index] = { ...kept, state, mergedAs };
}

describe("the pull request of a revert", () => {
  test("is opened from its branch, with the words that people read", async () => {
    const failed = failedRelease("merge");
    const forge = fakeForge({ self: APP });
    const proposal = await propose(failed.repository, { ...failed, forge: forgeOf(failed, forge) });
    expect(proposal).toMatchObject({
      kind: "proposed",
      isKnown: false,
      pullRequest: { number: 8, title: "Revert churn" },
    });
    expect(forge.state.pullRequests.at(-1)).toMatchObject({ head: { branch: BRANCH }, base: { branch: "main" } });
    expect(proposal.infos).toEqual([]);
  });

  test("is found again by the next run", async () => {
    const failed = failedRelease("squash");
    const forge = fakeForge({ self: APP });
    const asked = { ...failed, forge: forgeOf(failed, forge) };
    expect(await propose(failed.repository, asked)).toMatchObject({ isKnown: false, pullRequest: { number: 8 } });
    expect(await propose(failed.repository, asked)).toMatchObject({ isKnown: true, pullRequest: { number: 8 } });
    expect(forge.state.pullRequests).toHaveLength(2);
  });

  test("is opened from the branch of a run that was killed before it could", async () => {
    const failed = failedRelease("squash");
    await propose(failed.repository, failed);
    const forge = fakeForge({ self: APP });
    expect(await propose(failed.repository, { ...failed, forge: forgeOf(failed, forge) })).toMatchObject({
      isKnown: false,
      branch: BRANCH,
      pullRequest: { number: 8 },
    });
  });

  test("was closed by a person: it is not opened again", async () => {
    const failed = failedRelease("squash");
    const forge = forgeOf(failed, fakeForge({ self: APP }));
    await propose(failed.repository, { ...failed, forge });
    become(forge, "closed");
    expect(await propose(failed.repository, { ...failed, forge })).toMatchObject({
      kind: "none",
      reason: "https://github.com/acme/models/pull/8 proposed it, and was closed",
    });
  });

  test("was merged, and the release came and failed again: another branch is opened", async () => {
    const failed = failedRelease("squash");
    const forge = forgeOf(failed, fakeForge({ self: APP }));
    await propose(failed.repository, { ...failed, forge });
    become(forge, "merged", failed.a);
    expect(await propose(failed.repository, { ...failed, forge })).toMatchObject({
      kind: "proposed",
      branch: `${BRANCH}-2`,
      pullRequest: { number: 9 },
    });
  });

  test("was merged, and the release is wanted again: it has not failed since, and nobody is asked twice", async () => {
    const failed = failedRelease("squash");
    const forge = forgeOf(failed, fakeForge({ self: APP }));
    await propose(failed.repository, { ...failed, forge });
    become(forge, "merged", failed.b);
    expect(await propose(failed.repository, { ...failed, forge })).toMatchObject({
      kind: "none",
      reason: "its revert was merged, and it has not failed since",
    });
    expect(forge.state.pullRequests).toHaveLength(2);
  });

  test("a fork's branch of that name is another's", async () => {
    const failed = failedRelease("squash");
    const head = { commit: failed.b, branch: BRANCH, repository: "someone/models" };
    const forge = fakeForge({ self: APP, pullRequests: [keptPullRequest(3, { head, isFork: true })] });
    expect(await propose(failed.repository, { ...failed, forge: forgeOf(failed, forge) })).toMatchObject({
      pullRequest: { number: 4 },
    });
  });

  test("opened with a job's own token says that no workflow starts for it", async () => {
    const failed = failedRelease("squash");
    const { infos } = await propose(failed.repository, { ...failed, forge: forgeOf(failed, fakeForge()) });
    expect(infos).toEqual([expect.stringContaining("starts no workflow")]);
  });

  test("is opened though nobody can say whose the token is", async () => {
    const failed = failedRelease("squash");
    const forge = fakeForge();
    forge.failing.set("forge.identity", new Failure("forge-denied", "no", { fix: "Wait." }));
    expect(await propose(failed.repository, { ...failed, forge: forgeOf(failed, forge) })).toMatchObject({
      kind: "proposed",
    });
  });

  test.each(["pullRequests.propose", "pullRequests.fromBranch"])(
    "%s fails: the branch is there, and the next run goes on from it",
    async (call) => {
      const failed = failedRelease("squash");
      const forge = fakeForge({ self: APP });
      forge.failing.set(call, new Failure("forge-unreachable", "no", { fix: "Wait." }));
      const asked = { ...failed, forge: forgeOf(failed, forge) };
      await expect(propose(failed.repository, asked)).rejects.toMatchObject({ code: "forge-unreachable" });
      forge.failing.clear();
      expect(await propose(failed.repository, asked)).toMatchObject({ branch: BRANCH, pullRequest: { number: 8 } });
    },
  );
});
