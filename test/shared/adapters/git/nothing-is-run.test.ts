import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { gitRepositories } from "../../../../shared/adapters/git/repositories.ts";
import type { Repository } from "../../../../shared/ports/repository.ts";
import { git, layRepository } from "../../../contract/git-repository.ts";
import { PULL_REQUEST } from "../../../contract/history.ts";

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "repositories-")));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const newFolder = (name: string): string => mkdtempSync(join(scratch, `${name}-`));
const found = async (folder: string): Promise<Repository> => (await gitRepositories(process.env).find(folder))!;
const LIMITS = { maxFiles: 100, maxBytes: 10_000 };

describe("nothing that a repository names is run", () => {
  /** Every setting by which a repository names a program, for what Git reads and for what it shows. */
  const SETTINGS = [
    ...["core.fsmonitor", "core.pager", "pager.diff-tree", "core.editor", "core.sshCommand", "core.gitProxy"],
    ...["diff.external", "diff.trap.command", "diff.trap.textconv", "merge.trap.driver", "core.alternateRefsCommand"],
    ...["filter.trap.smudge", "filter.trap.clean", "filter.trap.process", "credential.helper", "core.askPass"],
    ...["gpg.program", "gpg.ssh.program", "uploadpack.packObjectsHook", "sequence.editor", "interactive.diffFilter"],
    ...["alias.cat-file", "alias.rev-parse", "alias.ls-tree", "alias.merge-base", "alias.diff-tree"],
  ];
  const HOOKS = ["post-checkout", "pre-auto-gc", "reference-transaction", "post-index-change", "fsmonitor-watchman"];

  test("of all that its settings, attributes and hooks name", async () => {
    const { folder, commits } = await layRepository(scratch, PULL_REQUEST);
    const marks = newFolder("marks");
    const lay = (path: string, name: string): void =>
      writeFileSync(path, `#!/bin/sh\ntouch ${join(marks, name)}\nexit 1\n`, { mode: 0o755 });
    const programs = newFolder("programs");
    const settings = SETTINGS.map((key) => {
      lay(join(programs, key), key);
      const [, section, rest] = /^([^.]+)\.(.+)$/.exec(key)!;
      const [name, sub] = rest!.split(".").toReversed();
      const heading = sub === undefined ? section : `${section} "${sub}"`;
      return `[${heading}]\n${name} = ${section === "alias" ? "!" : ""}${join(programs, key)}\n`;
    });
    for (const hook of HOOKS) lay(join(programs, hook), hook);
    const config = `[core]\nhooksPath = ${programs}\n[log]\nshowSignature = true\n${settings.join("")}`;
    appendFileSync(join(folder, ".git/config"), config);
    mkdirSync(join(folder, ".git/info"), { recursive: true });
    writeFileSync(join(folder, ".git/info/attributes"), "* diff=trap filter=trap merge=trap\n");

    const repository = await found(folder);
    expect(await repository.resolve("HEAD")).toBe(commits.merge);
    expect(await repository.mergeBase(commits.main!, commits.work!)).toBe(commits.base);
    await repository.read({ commit: commits.main!, path: "a/release.yaml" }, 100);
    await repository.changes({ from: commits.base!, to: commits.work! }, ["release.yaml"]);
    await repository.copy({ commit: commits.main!, path: "a" }, join(newFolder("copy"), "into"), LIMITS);
    expect(readdirSync(marks)).toEqual([]);

    git(folder, ["status"]);
    expect(readdirSync(marks), "Git by itself runs some").not.toEqual([]);
  });

  test("what a partial clone lacks is not fetched by a program that it names", async () => {
    const { folder, commits } = await layRepository(scratch, PULL_REQUEST);
    const folderOfTrap = newFolder("trap");
    const [program, mark] = [join(folderOfTrap, "program"), join(folderOfTrap, "ran")];
    writeFileSync(program, `#!/bin/sh\ntouch ${mark}\nexit 1\n`, { mode: 0o755 });
    const lost = git(folder, ["rev-parse", "main:a/release.yaml"]).trim();
    unpack(folder);
    rmSync(join(folder, ".git/objects", lost.slice(0, 2), lost.slice(2)));
    const remote = { url: `ext::${program} x`, promisor: "true", partialclonefilter: "blob:none" };
    for (const [key, value] of Object.entries(remote)) git(folder, ["config", `remote.origin.${key}`, value]);
    git(folder, ["config", "extensions.partialClone", "origin"]);
    git(folder, ["config", "core.repositoryFormatVersion", "1"]);
    git(folder, ["config", "protocol.ext.allow", "always"]);
    const repository = await found(folder);
    const read = repository.read({ commit: commits.main!, path: "a/release.yaml" }, 9);
    await expect(read).rejects.toMatchObject({ code: "tool-failed" });
    expect(existsSync(mark)).toBe(false);
    expect(() => git(folder, ["cat-file", "blob", lost])).toThrow();
    expect(existsSync(mark), "Git by itself runs it").toBe(true);
  });
});

function unpack(folder: string): void {
  const packs = join(folder, ".git/objects/pack");
  const kept = newFolder("packs");
  for (const name of readdirSync(packs)) renameSync(join(packs, name), join(kept, name));
  for (const name of readdirSync(kept).filter((each) => each.endsWith(".pack")))
    git(folder, ["unpack-objects", "-q"], readFileSync(join(kept, name)));
}

describe("what the caller's environment says of Git is not heard", () => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });

  test("a GIT_DIR and its like", async () => {
    const [asked, other] = [await layRepository(scratch, PULL_REQUEST), await layRepository(scratch, PULL_REQUEST)];
    const mark = join(newFolder("mark"), "ran");
    Object.assign(process.env, {
      GIT_DIR: join(other.folder, ".git"),
      GIT_WORK_TREE: other.folder,
      GIT_INDEX_FILE: "/nowhere",
      GIT_OBJECT_DIRECTORY: "/nowhere",
      GIT_EXTERNAL_DIFF: `touch ${mark}`,
      GIT_TRACE: mark,
      GIT_CONFIG_COUNT: "1",
      GIT_CONFIG_KEY_0: "alias.rev-parse",
      GIT_CONFIG_VALUE_0: `!touch ${mark}`,
      GIT_EXEC_PATH: "/nowhere",
    });
    const repository = await found(asked.folder);
    expect(repository.top).toBe(asked.folder);
    expect(await repository.resolve("HEAD")).toBe(asked.commits.merge);
    await repository.copy({ commit: asked.commits.main!, path: "a" }, join(newFolder("copy"), "into"), LIMITS);
    expect(existsSync(mark)).toBe(false);
  });
});
