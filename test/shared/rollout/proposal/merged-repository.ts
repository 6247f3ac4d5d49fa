import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gitMainline } from "../../../../shared/adapters/git/mainline.ts";
import { gitProposals } from "../../../../shared/adapters/git/proposals.ts";
import { appended, type Chain } from "../../../../shared/ledger/chain.ts";
import type { LedgerEntry, LedgerEvent } from "../../../../shared/ledger/line.ts";
import type { Forge } from "../../../../shared/ports/forge.ts";
import { type ProposalPorts, proposeRevert, type RevertProposal } from "../../../../shared/rollout/proposal/propose.ts";
import { git } from "../../../contract/git-repository.ts";
import { recordedLog } from "../../../fakes/log.ts";
import { entry } from "../../ledger/entries.ts";
import { digestOf } from "../releases.ts";

export const MANIFEST = "models/churn/release.yaml";

export interface Repository {
  /** Where people work. */
  readonly folder: string;
  /** Null where the repository is kept nowhere else. */
  readonly origin: string | null;
  readonly environment: { readonly PATH: string | undefined; readonly HOME: string };
}

/** A repository that releases have been merged to, with an origin of its own or without. */
export function repositoryIn(scratch: string, { hasOrigin = true } = {}): Repository {
  const folder = mkdtempSync(join(scratch, "work-"));
  const environment = { PATH: process.env.PATH, HOME: scratch };
  git(folder, ["init", "--quiet", "--template=", "--initial-branch=main"]);
  write(folder, { "README.md": "models\n" });
  commit(folder, "first");
  if (!hasOrigin) return { folder, origin: null, environment };
  const origin = mkdtempSync(join(scratch, "origin-"));
  git(origin, ["clone", "--quiet", "--bare", folder, "."]);
  git(folder, ["remote", "add", "origin", origin]);
  return { folder, origin, environment };
}

/** What a release of that letter has in the repository. */
export function release(name: string, path = MANIFEST): Record<string, string> {
  return {
    [path]: `apiVersion: model-release/v1
model: {name: churn, version: ${name.charCodeAt(0) - 96}.0.0, owner: growth}
artifact: {uri: model, digest: "${digestOf(name)}"}
contract:
  inputs: [{name: x, dtype: float32, shape: [-1, 1]}]
  outputs: [{name: y, dtype: float32, shape: [-1, 1]}]
gates: {quality: {level: "off"}, golden: {level: "off"}}
`,
    [join(dirname(path), "model/saved_model.pb")]: `model ${name}\n`,
  };
}

export function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

export function commit(folder: string, message: string): string {
  git(folder, ["add", "--all"]);
  git(folder, ["commit", "--quiet", "--allow-empty", "-m", message]);
  return git(folder, ["rev-parse", "HEAD"]).trim();
}

export type Merge = "merge" | "squash" | "rebase";

/** A pull request of two commits, the artifact before its manifest, as a forge merges it. */
export function mergePull({ folder }: Repository, how: Merge, files: Readonly<Record<string, string>>): string {
  git(folder, ["switch", "--quiet", "--create", "topic"]);
  const manifests = Object.entries(files).filter(([path]) => path.endsWith("release.yaml"));
  write(folder, Object.fromEntries(Object.entries(files).filter(([path]) => !path.endsWith("release.yaml"))));
  commit(folder, "train @octocat, fixes #12");
  write(folder, Object.fromEntries(manifests));
  commit(folder, "release, fixes #12");
  git(folder, ["switch", "--quiet", "main"]);
  if (how === "merge") git(folder, ["merge", "--quiet", "--no-ff", "-m", "Merge pull request #7", "topic"]);
  if (how === "rebase") git(folder, ["merge", "--quiet", "--ff-only", "topic"]);
  if (how === "squash") {
    git(folder, ["merge", "--quiet", "--squash", "topic"]);
    git(folder, ["commit", "--quiet", "-m", "Release (#7)"]);
  }
  git(folder, ["branch", "--quiet", "-D", "topic"]);
  return git(folder, ["rev-parse", "HEAD"]).trim();
}

export function publish({ folder, origin }: Repository): void {
  if (origin !== null) git(folder, ["push", "--quiet", "--force", "origin", "main"]);
}

/** A ledger by its events, each of a release by its letter at a commit. */
export function chainOf(told: readonly (readonly [LedgerEvent, string, string, Partial<LedgerEntry>?])[]): Chain {
  const entries = told.map(([event, name, at, more], index) =>
    entry({
      event,
      digest: digestOf(name),
      version: `${name.charCodeAt(0) - 96}.0.0`,
      commit: at,
      time: `2026-03-0${1 + Math.floor(index / 10)}T10:00:0${index % 10}.000Z`,
      ...more,
    }),
  );
  return appended([], entries);
}

export interface Asked {
  readonly chain: Chain;
  readonly forge?: Forge | null;
  /** Where it is asked from; where people work without. */
  readonly folder?: string;
  readonly manifest?: string;
}

/** What is proposed because of the ledger's last line. */
export async function propose(
  { folder, environment }: Repository,
  asked: Asked,
): Promise<RevertProposal & { readonly infos: readonly string[] }> {
  const { log, infos } = recordedLog();
  const at = asked.folder ?? folder;
  const ports: ProposalPorts = {
    proposals: await gitProposals(at, environment),
    mainline: await gitMainline(at, environment),
    forge: asked.forge ?? null,
    log,
    words: ({ how, brought }) => ({ title: "Revert churn", body: `${how} ${brought}` }),
  };
  const { chain, manifest = MANIFEST } = asked;
  return { ...(await proposeRevert({ failed: chain.at(-1)!, chain, manifest }, ports)), infos };
}

/** What a file holds where proposals are kept; null where it is not there. */
export function fileAt({ folder, origin }: Repository, revision: string, path: string): string | null {
  try {
    return git(origin ?? folder, ["cat-file", "blob", `${revision}:${path}`]);
  } catch {
    return null;
  }
}

type Laid = Repository & { readonly commits: Readonly<Record<"a" | "b", string>> };

/** Lays out a repository once for each key, and copies it from then on. */
export function copies(scratch: string): (key: string, lay: () => Laid) => Laid {
  const made = new Map<string, Laid>();
  return (key, lay) => {
    const first = made.get(key) ?? lay();
    made.set(key, first);
    const folder = copied(scratch, first.folder);
    if (first.origin === null) return { ...first, folder };
    const origin = copied(scratch, first.origin);
    git(folder, ["remote", "set-url", "origin", origin]);
    return { ...first, folder, origin };
  };
}

function copied(scratch: string, folder: string): string {
  const copy = mkdtempSync(join(scratch, "copy-"));
  cpSync(folder, copy, { recursive: true });
  return copy;
}
