import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { RevertProposal } from "../../../../shared/rollout/proposal/propose.ts";
import { git } from "../../../contract/git-repository.ts";
import { BRANCH, failedReleases, MODEL, propose, told } from "./failed-release.ts";
import { write } from "./merged-repository.ts";

const scratch = mkdtempSync(join(tmpdir(), "proposal-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const failedRelease = failedReleases(scratch);

describe("where it is made", () => {
  test("a shallow clone fetches what it lacks", async () => {
    const { repository, chain } = failedRelease("merge");
    const folder = mkdtempSync(join(scratch, "shallow-"));
    git(folder, ["clone", "--quiet", "--depth=1", `file://${repository.origin}`, "."]);
    expect(await propose(repository, { chain, folder })).toMatchObject({ how: "revert" });
    expect(told(repository, BRANCH)).toEqual(["1.0.0", "model a\n"]);
  });

  test("a detached head stays where it is", async () => {
    const { repository, a, chain } = failedRelease("merge");
    git(repository.folder, ["checkout", "--quiet", "--detach", a]);
    expect(await propose(repository, { chain })).toMatchObject({ how: "revert" });
    expect(git(repository.folder, ["rev-parse", "HEAD"]).trim()).toBe(a);
  });

  test("somebody's unfinished work is not touched", async () => {
    const { repository, chain } = failedRelease("merge");
    write(repository.folder, { "mine.txt": "mine", [MODEL]: "half done" });
    git(repository.folder, ["add", "mine.txt"]);
    const before = git(repository.folder, ["status", "--porcelain=v2"]);
    await propose(repository, { chain });
    expect(git(repository.folder, ["status", "--porcelain=v2"])).toBe(before);
  });

  test("without origin the branch stays here, with the commands that merge it", async () => {
    const { repository, chain } = failedRelease("merge", { hasOrigin: false });
    const proposal = await propose(repository, { chain });
    expect(proposal).toMatchObject({ commands: ["git switch main", `git merge --no-ff ${BRANCH}`] });
    expect(proposal.infos).toEqual(commandsIn(proposal).map((each) => `To merge the revert: ${each}`));
    for (const command of commandsIn(proposal)) git(repository.folder, command.split(" ").slice(1));
    expect(told(repository, "main")).toEqual(["1.0.0", "model a\n"]);
  });

  test("the commands merge what was pushed to origin", async () => {
    const { repository, chain } = failedRelease("rebase");
    const proposal = await propose(repository, { chain });
    for (const command of commandsIn(proposal)) git(repository.folder, command.split(" ").slice(1));
    expect(told(repository, "main")).toEqual(["1.0.0", "model a\n"]);
  });
});

function commandsIn(proposal: RevertProposal): readonly string[] {
  return proposal.kind === "proposed" ? proposal.commands : [];
}
