import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { gitProposals } from "../../../../shared/adapters/git/proposals.ts";
import { git, layRepository } from "../../../contract/git-repository.ts";

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "proposals-")));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const HISTORY = {
  commits: [
    { name: "old", files: { "a/release.yaml": "old\n", "a/model/x": "old\n", "b.txt": "b\n" } },
    { name: "new", parents: ["old"], files: { "a/release.yaml": "new\n", "a/model/y": "new\n", "b.txt": "b\n" } },
  ],
  branches: { main: "new" },
  head: "main",
};
const environment = { PATH: process.env.PATH, HOME: scratch };

async function laid() {
  const { folder, commits } = await layRepository(scratch, HISTORY);
  const proposals = await gitProposals(folder, environment);
  const onto = { tip: commits.new!, message: "Revert\n\nwhy" };
  return { folder, proposals, onto, old: commits.old!, tip: commits.new! };
}

function filesOf(folder: string, commit: string): readonly string[] {
  return git(folder, ["ls-tree", "-r", "--name-only", commit]).trim().split("\n");
}

describe("a commit for people to merge", () => {
  test("takes another back, and says what it was told to", async () => {
    const { folder, proposals, onto, tip } = await laid();
    const made = await proposals.revert(tip, onto);
    expect(filesOf(folder, made!)).toEqual(["a/model/x", "a/release.yaml", "b.txt"]);
    expect(git(folder, ["log", "-1", "--format=%P %an%n%B", made!]).trim()).toBe(`${tip} model-release\nRevert\n\nwhy`);
  });

  test.each([
    [
      "a folder as it was, with what was taken out and without what was added",
      ["a/model"],
      ["a/model/x", "a/release.yaml", "b.txt"],
    ],
    ["a file as it was", ["a/release.yaml"], ["a/model/y", "a/release.yaml", "b.txt"]],
    ["what was not there is gone", ["a/model/y"], ["a/release.yaml", "b.txt"]],
  ])("restores %s", async (_, paths, files) => {
    const { folder, proposals, onto, old } = await laid();
    const made = await proposals.restore({ paths, from: old }, onto);
    expect(filesOf(folder, made!)).toEqual(files);
  });

  test("takes out what should be nowhere", async () => {
    const { folder, proposals, onto } = await laid();
    const made = await proposals.restore({ paths: ["a"], from: null }, onto);
    expect(filesOf(folder, made!)).toEqual(["b.txt"]);
  });

  test("is not made where nothing would change", async () => {
    const { proposals, onto, tip } = await laid();
    expect(await proposals.restore({ paths: ["a", "b.txt"], from: tip }, onto)).toBeNull();
  });

  test("is not made of what conflicts, and leaves nothing behind", async () => {
    const { folder, proposals, onto, old } = await laid();
    expect(await proposals.revert(old, onto)).toBeNull();
    expect(git(folder, ["worktree", "list"]).trim().split("\n")).toHaveLength(1);
    expect(readdirSync(join(folder, ".git"))).not.toContain("REVERT_HEAD");
  });

  test.each([
    ["a path that is a pattern", "a/*.yaml"],
    ["a path of Git's own magic", ":(top)a/release.yaml"],
    ["a folder", "a/model"],
    ["nothing", "c"],
  ])("reads no file at %s", async (_, path) => {
    const { proposals, tip } = await laid();
    expect(await proposals.read({ commit: tip, path }, 100)).toBeUndefined();
  });

  test.each(["HEAD", "--all", "0".repeat(40)])(
    "reads nothing of %s, which is no commit that is there",
    async (commit) => {
      const { proposals } = await laid();
      expect(await proposals.read({ commit, path: "b.txt" }, 100)).toBeUndefined();
    },
  );

  test.each([
    ["a file of as many bytes is read", 2, "b\n"],
    ["one byte more is refused", 1, "limit-exceeded"],
  ])("%s", async (_, most, expected) => {
    const { proposals, tip } = await laid();
    const read = proposals.read({ commit: tip, path: "b.txt" }, most);
    const told = await read.then(
      (bytes) => new TextDecoder().decode(bytes),
      ({ code }) => code,
    );
    expect(told).toBe(expected);
  });
});

describe("nothing that the repository names is run", () => {
  const SETTINGS = ["core.editor", "sequence.editor", "gpg.program", "core.fsmonitor", "core.pager"];
  const FILTERS = ["filter.trap.smudge", "filter.trap.clean", "filter.trap.process", "diff.trap.textconv"];
  const HOOKS = [
    "post-checkout",
    "post-commit",
    "pre-commit",
    "commit-msg",
    "reference-transaction",
    "post-index-change",
  ];

  test.each([
    ["by a revert", [], "made"],
    ["where merges are another program's, which is not asked", ["merge.trap.driver"], null],
  ])("%s", async (_, more, expected) => {
    const { folder, proposals, onto, old, tip } = await laid();
    const [marks, programs] = [mkdtempSync(join(scratch, "marks-")), mkdtempSync(join(scratch, "programs-"))];
    const lay = (name: string): string => {
      writeFileSync(join(programs, name), `#!/bin/sh\ntouch ${join(marks, name)}\nexit 1\n`, { mode: 0o755 });
      return join(programs, name);
    };
    for (const hook of HOOKS) lay(hook);
    for (const key of [...SETTINGS, ...FILTERS, ...more]) git(folder, ["config", key, lay(key)]);
    appendFileSync(join(folder, ".git/config"), `[core]\nhooksPath = ${programs}\n[commit]\ngpgSign = true\n`);
    mkdirSync(join(folder, ".git/info"), { recursive: true });
    writeFileSync(join(folder, ".git/info/attributes"), "* diff=trap filter=trap merge=trap\n");

    const made = await proposals.revert(tip, onto);
    expect(made === null ? null : "made").toBe(expected);
    const restored = await proposals.restore({ paths: ["a"], from: old }, onto);
    expect(await proposals.push("model-release/x", restored!)).toBe("pushed");
    await proposals.differing([old, tip], ["release.yaml"]);
    expect(readdirSync(marks)).toEqual([]);
  });
});
