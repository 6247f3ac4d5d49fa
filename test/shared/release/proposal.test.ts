import { expect, test } from "vitest";
import { changedManifests, proposalOf } from "../../../shared/release/proposal.ts";
import { PULL_REQUEST } from "../../contract/history.ts";
import { fakeRepository } from "../../fakes/repository.ts";

const { repository, commits } = fakeRepository(PULL_REQUEST);

test.each([
  ["a branch", "main", "main"],
  ["the first parent of what GitHub merged", "HEAD^1", "main"],
  ["a commit", commits.base!, "base"],
  ["the usual branch, where nobody says which", null, "main"],
])("the base is %s", async (_, base, name) => {
  expect(await proposalOf(base, repository)).toEqual({ base: commits[name], head: commits.merge });
});

test("every manifest that a pull request touches is a release of its own", async () => {
  const { repository: branch } = fakeRepository({ ...PULL_REQUEST, head: "work" });
  const proposal = await proposalOf("main", branch);
  expect(await changedManifests(proposal!, branch)).toEqual([
    { kind: "changed", path: "a/release.yaml" },
    { kind: "renamed", path: "c/release.yaml", from: "b/release.yaml" },
    { kind: "added", path: "d/release.yml" },
  ]);
});

test("what the base branch did meanwhile is not the proposal's", async () => {
  const proposal = await proposalOf("HEAD^1", repository);
  expect(await changedManifests(proposal!, repository)).toEqual([
    { kind: "changed", path: "a/release.yaml" },
    { kind: "deleted", path: "b/release.yaml" },
  ]);
});
