import { cpSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
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
import {
  fileAt,
  MANIFEST,
  type Merge,
  mergePull,
  publish,
  type Repository,
  release,
  repositoryIn,
} from "./merged-repository.ts";

export const BRANCH = `model-release/revert-churn-${digestOf("b").slice(7, 19)}`;
export const MODEL = "models/churn/model/saved_model.pb";

export interface FailedRelease {
  readonly repository: Repository;
  /** The commits that brought them. */
  readonly a: string;
  readonly b: string;
  readonly chain: Chain;
}

export type Lay = (how: Merge, options?: { readonly hasOrigin?: boolean }) => FailedRelease;

/** Release `a` was healthy, and `b` failed. */
export function failedReleases(scratch: string): Lay {
  const laidOnce = copies(scratch);
  return (how, { hasOrigin = true } = {}) => {
    const { commits, ...repository } = laidOnce(`${how} ${hasOrigin}`, () => {
      const made = repositoryIn(scratch, { hasOrigin });
      const merged = { a: mergePull(made, how, release("a")), b: mergePull(made, how, release("b")) };
      publish(made);
      return { ...made, commits: merged };
    });
    const { a, b } = commits;
    const chain = chainOf([
      ["intent", "a", a],
      ["healthy", "a", a],
      ["intent", "b", b],
      ["bad", "b", b],
    ]);
    return { repository, a, b, chain };
  };
}

/** The version and the model's bytes. */
export function told(repository: Repository, revision: string): readonly (string | null)[] {
  const manifest = fileAt(repository, revision, MANIFEST);
  return [/version: ([\d.]+)/.exec(manifest ?? "")?.[1] ?? null, fileAt(repository, revision, MODEL)];
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

type Laid = Repository & { readonly commits: Readonly<Record<"a" | "b", string>> };

/** Lays out a repository once for each key, and copies it from then on. */
function copies(scratch: string): (key: string, lay: () => Laid) => Laid {
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
