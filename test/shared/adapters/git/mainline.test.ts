import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { gitMainline } from "../../../../shared/adapters/git/mainline.ts";
import { git } from "../../../contract/git-repository.ts";

const scratch = mkdtempSync(join(tmpdir(), "mainline-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const environment = { PATH: process.env.PATH, HOME: scratch };

describe("the default branch of origin", () => {
  test("is what it is now, whatever is checked out here", async () => {
    const { origin, commit } = remote("trunk");
    const clone = cloned(origin);
    git(clone, ["switch", "--quiet", "--create", "elsewhere"]);
    const mainline = await gitMainline(clone, environment);
    const first = await mainline.tip();
    expect(first).toEqual({ branch: "trunk", commit: git(clone, ["rev-parse", "origin/trunk"]).trim() });
    const second = commit();
    expect((await mainline.tip()).commit).toBe(second);
    expect(await mainline.order(first.commit, second)).toBe("newer");
    expect(await mainline.order(second, first.commit)).toBe("older");
    expect(await mainline.order(second, second)).toBe("same");
    expect(git(clone, ["show", "-s", "--format=%H", second]).trim()).toBe(second);
  });

  test("is older or newer in a shallow clone too", async () => {
    const { origin, commit } = remote("main");
    const [first] = [commit(), commit(), commit()];
    const clone = mkdtempSync(join(scratch, "shallow-"));
    git(clone, ["clone", "--quiet", "--depth=1", `file://${origin}`, "."]);
    const mainline = await gitMainline(clone, environment);
    const { commit: tip } = await mainline.tip();
    expect(await mainline.order(first!, tip)).toBe("newer");
  });

  test("has diverged from what a forced push threw away", async () => {
    const { origin, commit, rewrite } = remote("main");
    const thrownAway = commit();
    const mainline = await gitMainline(cloned(origin), environment);
    rewrite();
    const { commit: tip } = await mainline.tip();
    expect(await mainline.order(thrownAway, tip)).toBe("diverged");
    expect(await mainline.order("f".repeat(40), tip)).toBe("diverged");
  });

  test("that cannot be reached is said, with what to do", async () => {
    const clone = cloned(remote("main").origin);
    git(clone, ["remote", "set-url", "origin", join(scratch, "nowhere")]);
    const mainline = await gitMainline(clone, environment);
    await expect(mainline.tip()).rejects.toMatchObject({ code: "forge-unreachable", exitCode: 4 });
  });
});

describe("a repository without origin", () => {
  test("wants what is checked out", async () => {
    const { work } = remote("main");
    git(work, ["remote", "remove", "origin"]);
    const mainline = await gitMainline(work, environment);
    expect(await mainline.tip()).toEqual({ branch: "main", commit: git(work, ["rev-parse", "HEAD"]).trim() });
  });

  test("without a commit wants nothing yet", async () => {
    const folder = mkdtempSync(join(scratch, "empty-"));
    git(folder, ["init", "--quiet", "--template="]);
    const mainline = await gitMainline(folder, environment);
    await expect(mainline.tip()).rejects.toMatchObject({ code: "commit-missing" });
  });
});

describe("what changed a file", () => {
  test("is a merge and not what it merged, and its deletion too, in a shallow clone as well", async () => {
    const { origin, work, commit, write } = remote("main");
    const first = write("a/release.yaml", "1");
    commit();
    git(work, ["switch", "--quiet", "--create", "proposal"]);
    writeFileSync(join(work, "a/release.yaml"), "2");
    git(work, ["commit", "--quiet", "--all", "--message", "proposed"]);
    git(work, ["switch", "--quiet", "main"]);
    git(work, ["merge", "--quiet", "--no-ff", "--message", "merged", "proposal"]);
    const merge = git(work, ["rev-parse", "HEAD"]).trim();
    git(work, ["rm", "--quiet", "a/release.yaml"]);
    const deletion = commit();
    const clone = mkdtempSync(join(scratch, "shallow-"));
    git(clone, ["clone", "--quiet", "--depth=1", `file://${origin}`, "."]);
    const mainline = await gitMainline(clone, environment);
    const { commit: tip } = await mainline.tip();
    expect(await mainline.changesOf("a/release.yaml", tip)).toEqual([deletion, merge, first]);
    expect(await mainline.changesOf("*", tip)).toEqual([]);
  });
});

/** A remote with one commit, and somebody who pushes to it. */
function remote(branch: string) {
  const work = mkdtempSync(join(scratch, "work-"));
  git(work, ["init", "--quiet", "--template=", `--initial-branch=${branch}`]);
  git(work, ["commit", "--quiet", "--allow-empty", "--message", "first"]);
  const origin = mkdtempSync(join(scratch, "origin-"));
  git(origin, ["clone", "--quiet", "--bare", work, "."]);
  git(work, ["remote", "add", "origin", origin]);
  const push = (...options: readonly string[]): string => {
    git(work, ["push", "--quiet", ...options, "origin", branch]);
    return git(work, ["rev-parse", "HEAD"]).trim();
  };
  const commit = (): string => {
    git(work, ["commit", "--quiet", "--allow-empty", "--message", "another"]);
    return push();
  };
  const rewrite = (): string => {
    git(work, ["commit", "--quiet", "--allow-empty", "--amend", "--message", "not so"]);
    return push("--force");
  };
  const write = (path: string, text: string): string => {
    mkdirSync(dirname(join(work, path)), { recursive: true });
    writeFileSync(join(work, path), text);
    git(work, ["add", path]);
    return commit();
  };
  return { origin, work, commit, rewrite, write };
}

function cloned(origin: string): string {
  const folder = mkdtempSync(join(scratch, "clone-"));
  git(folder, ["clone", "--quiet", origin, "."]);
  return folder;
}
