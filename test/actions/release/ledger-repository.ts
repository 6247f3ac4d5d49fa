import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { gitLedgerBranch } from "../../../shared/adapters/git/ledger-branch.ts";
import { record } from "../../../shared/ledger/ledger.ts";
import type { LedgerEntry } from "../../../shared/ledger/line.ts";
import { git } from "../../contract/git-repository.ts";
import { silentLog } from "../../fakes/log.ts";

export const BRANCH = "model-release-ledger";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own, gone when the file's tests have ended. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), "ledger-"));
  folders.push(folder);
  return folder;
}

/** A repository without origin. */
export function repository(): string {
  const folder = scratch();
  git(folder, ["init", "--quiet", "--template=", "--initial-branch=main"]);
  git(folder, ["commit", "--quiet", "--allow-empty", "-m", "first"]);
  return folder;
}

/** A bare repository on this disk, and a clone of it. */
export function withOrigin(): { readonly origin: string; readonly clone: string } {
  const origin = scratch();
  git(origin, ["clone", "--quiet", "--bare", repository(), "."]);
  return { origin, clone: cloneOf(origin) };
}

export function cloneOf(origin: string): string {
  const folder = scratch();
  git(folder, ["clone", "--quiet", origin, "."]);
  return folder;
}

/** What a run tells the ledger: one commit for each. */
export async function written(folder: string, ...entries: readonly LedgerEntry[]): Promise<void> {
  const branch = await gitLedgerBranch(folder, { PATH: process.env.PATH, HOME: folder });
  for (const each of entries) await record([each], { branch, log: silentLog });
}

/** A file of the ledger, as it is where it is kept. */
export function ledgerFile(folder: string, name: string): Buffer {
  return Buffer.from(git(folder, ["show", `${BRANCH}:${name}`]));
}

/** Puts other bytes in a file's place, in a commit of its own, as somebody with the right to push may. */
export function overwritten(folder: string, name: string, bytes: Uint8Array): void {
  const blob = git(folder, ["hash-object", "-w", "--stdin"], bytes).trim();
  const kept = git(folder, ["ls-tree", BRANCH])
    .split("\n")
    .filter((line) => line !== "" && !line.endsWith(`\t${name}`));
  const tree = git(folder, ["mktree"], Buffer.from([...kept, `100644 blob ${blob}\t${name}`, ""].join("\n"))).trim();
  const commit = git(folder, ["commit-tree", tree, "-p", BRANCH, "-m", "tidy up"]).trim();
  git(folder, ["update-ref", `refs/heads/${BRANCH}`, commit]);
}
