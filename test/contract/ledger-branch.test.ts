import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { gitLedgerBranch, LEDGER_BRANCH } from "../../shared/adapters/git/ledger-branch.ts";
import { LEDGER_BRANCH as READ_ELSEWHERE } from "../../shared/ledger/ledger.ts";
import { memoryBranch } from "../fakes/ledger-branch.ts";
import { git } from "./git-repository.ts";
import { ledgerBranchContract } from "./ledger-branch.ts";

const scratch = mkdtempSync(join(tmpdir(), "ledger-branch-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const environment = { PATH: process.env.PATH, HOME: scratch };
const BYTES = new TextEncoder().encode("one\n");

ledgerBranchContract("a ledger's branch in memory", async () => {
  const branch = memoryBranch();
  return [branch, branch];
});
ledgerBranchContract("a ledger's branch in a repository without origin", async () => {
  const folder = repository();
  return [await gitLedgerBranch(folder, environment), await gitLedgerBranch(folder, environment)];
});
ledgerBranchContract("a ledger's branch at origin", async () => {
  const origin = bare();
  return [await gitLedgerBranch(clone(origin), environment), await gitLedgerBranch(clone(origin), environment)];
});

describe("a ledger's branch of Git", () => {
  test("has the name by which the ledger is read elsewhere", () => {
    expect(LEDGER_BRANCH).toBe(READ_ELSEWHERE);
  });

  test("touches neither the working tree nor the index, nor what is staged there", async () => {
    const folder = repository();
    writeFileSync(join(folder, "mine.txt"), "mine");
    git(folder, ["add", "mine.txt"]);
    const before = git(folder, ["status", "--porcelain=v2", "--branch"]);
    const branch = await gitLedgerBranch(folder, environment);
    await branch.push({ parent: null, name: "1.jsonl", bytes: BYTES, message: "one" });
    expect(git(folder, ["status", "--porcelain=v2", "--branch"])).toBe(before);
    expect(git(folder, ["log", "--format=%an %s", LEDGER_BRANCH])).toBe("model-release one\n");
  });

  test("takes no file into memory that is larger than any ledger", async () => {
    const folder = repository();
    const large = Buffer.alloc(128 * 2 ** 20 + 1);
    const blob = git(folder, ["-c", "core.compression=1", "hash-object", "-w", "--stdin"], large).trim();
    const tree = git(folder, ["mktree"], Buffer.from(`100644 blob ${blob}\t1.jsonl\n`)).trim();
    git(folder, ["branch", LEDGER_BRANCH, git(folder, ["commit-tree", tree, "-m", "large"]).trim()]);
    const { read } = await (await gitLedgerBranch(folder, environment)).fetch();
    await expect(read("1.jsonl")).rejects.toMatchObject({ code: "limit-exceeded", exitCode: 2 });
  });

  test("works in a shallow clone", async () => {
    const origin = bare();
    const first = await gitLedgerBranch(clone(origin), environment);
    for (const name of ["1.jsonl", "2.jsonl"]) {
      await first.push({ parent: (await first.fetch()).commit, name, bytes: BYTES, message: name });
    }
    const folder = mkdtempSync(join(scratch, "shallow-"));
    git(folder, ["clone", "--quiet", "--depth=1", `file://${origin}`, "."]);
    const branch = await gitLedgerBranch(folder, environment);
    const { commit } = await branch.fetch();
    expect(await branch.push({ parent: commit, name: "3.jsonl", bytes: BYTES, message: "three" })).toBe("pushed");
    expect((await first.fetch()).names).toEqual(["1.jsonl", "2.jsonl", "3.jsonl"]);
  });

  test.each([
    { who: "a fetch that was killed a minute ago", agoMs: 60_000 },
    { who: "one that was killed before the clock was set back", agoMs: -3_600_000 },
    { who: "another that goes on", agoMs: 0 },
  ])("is fetched where its reference is locked by $who", async ({ agoMs }) => {
    const origin = bare();
    const others = await gitLedgerBranch(clone(origin), environment);
    await others.push({ parent: null, name: "1.jsonl", bytes: BYTES, message: "one" });
    const folder = clone(origin);
    const lock = join(folder, ".git/refs/model-release/ledger.lock");
    mkdirSync(dirname(lock));
    writeFileSync(lock, "");
    const since = new Date(Date.now() - agoMs);
    utimesSync(lock, since, since);
    if (agoMs === 0) setTimeout(() => rmSync(lock), 300);
    expect((await (await gitLedgerBranch(folder, environment)).fetch()).names).toEqual(["1.jsonl"]);
    expect(existsSync(lock)).toBe(false);
  });

  test("says what to do when origin cannot be reached", async () => {
    const folder = repository();
    git(folder, ["remote", "add", "origin", join(scratch, "nowhere")]);
    const branch = await gitLedgerBranch(folder, environment);
    await expect(branch.fetch()).rejects.toMatchObject({ code: "ledger-unreachable", exitCode: 4 });
  });

  test("never runs what a remote's address names", async () => {
    const folder = repository();
    git(folder, ["config", "remote.origin.url", `ext::sh -c "touch ${join(scratch, "ran")}"`]);
    const branch = await gitLedgerBranch(folder, environment);
    await expect(branch.fetch()).rejects.toMatchObject({ code: "ledger-unreachable" });
    expect(() => rmSync(join(scratch, "ran"))).toThrow();
  });

  test("is never forced over what others have begun anew", async () => {
    const origin = bare();
    const [one, other] = [
      await gitLedgerBranch(clone(origin), environment),
      await gitLedgerBranch(clone(origin), environment),
    ];
    await one.push({ parent: null, name: "1.jsonl", bytes: BYTES, message: "one" });
    const { commit } = await one.fetch();
    git(origin, ["update-ref", "-d", `refs/heads/${LEDGER_BRANCH}`]);
    await other.push({ parent: null, name: "2.jsonl", bytes: BYTES, message: "anew" });
    expect(await one.push({ parent: commit, name: "3.jsonl", bytes: BYTES, message: "on top" })).toBe("rejected");
  });
});

function repository(): string {
  const folder = mkdtempSync(join(scratch, "local-"));
  git(folder, ["init", "--quiet", "--template=", "--initial-branch=main"]);
  git(folder, ["commit", "--quiet", "--allow-empty", "-m", "first"]);
  return folder;
}

function bare(): string {
  const folder = mkdtempSync(join(scratch, "origin-"));
  git(folder, ["clone", "--quiet", "--bare", repository(), "."]);
  return folder;
}

function clone(origin: string): string {
  const folder = mkdtempSync(join(scratch, "clone-"));
  git(folder, ["clone", "--quiet", origin, "."]);
  return folder;
}
