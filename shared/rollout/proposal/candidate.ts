import type { LedgerEntry, LedgerLine } from "../../ledger/line.ts";
import type { Onto, Proposals } from "../../ports/proposals.ts";
import type { Manifest } from "../../release/manifest.ts";
import { pathFromTop, pathsOf } from "../../release/paths.ts";
import { MANIFEST_NAMES } from "../../release/proposal.ts";
import { digestAt, MOST_BYTES, manifestAt, newestWith } from "./cause.ts";

export interface Candidate {
  readonly commit: string;
  /** `revert`: the whole commit is taken back; `restore`: only the release's own files are as they were. */
  readonly how: "revert" | "restore";
  /** The commit that brought the failed release. */
  readonly brought: string;
}

export interface Wish {
  readonly brought: string;
  /** What serves; null where nothing did before. */
  readonly champion: LedgerLine | null;
  readonly failed: LedgerEntry;
  /** The manifest's path from the repository's top. */
  readonly manifest: string;
  /** The commits of the default branch that changed it, the newest first. */
  readonly changes: readonly string[];
  readonly tip: string;
}

/** A commit after which the tip holds what serves, and nothing else is another release; null where none can be made. */
export async function candidateOf(wish: Wish, proposals: Proposals): Promise<Candidate | null> {
  const healthy = await healthyOf(wish, proposals);
  if (healthy === null) return null;
  const onto = { tip: wish.tip, message: messageOf(wish) };
  const reverted = await proposals.revert(wish.brought, onto);
  if (reverted !== null && (await isRight(reverted, { wish, healthy }, proposals))) {
    return { commit: reverted, how: "revert", brought: wish.brought };
  }
  const restored = await restore({ wish, healthy }, onto, proposals);
  if (restored === null || !(await isRight(restored, { wish, healthy }, proposals))) return null;
  return { commit: restored, how: "restore", brought: wish.brought };
}

/** Where the tree is as it should be; all null where there was no release before. */
interface Healthy {
  readonly commit: string | null;
  readonly manifest: Manifest | null;
}

interface Goal {
  readonly wish: Wish;
  readonly healthy: Healthy;
}

async function healthyOf({ champion, manifest: path, changes }: Wish, proposals: Proposals): Promise<Healthy | null> {
  if (champion === null) return { commit: null, manifest: null };
  const { digest, commit } = champion;
  const isThere = (await digestAt(commit, path, proposals)) === digest;
  const found = isThere ? commit : await newestWith(digest, { path, changes }, proposals);
  const manifest = found === null ? undefined : await manifestAt(found, path, proposals);
  return manifest === undefined ? null : { commit: found, manifest };
}

/** Judged by what it holds: a revert of one commit of several leaves the rest of a release behind. */
async function isRight(commit: string, { wish, healthy }: Goal, proposals: Proposals): Promise<boolean> {
  const manifests = await proposals.differing([wish.tip, commit], MANIFEST_NAMES);
  if (manifests.some((path) => path !== wish.manifest)) return false;
  if (healthy.commit === null) return (await proposals.read({ commit, path: wish.manifest }, MOST_BYTES)) === undefined;
  if ((await digestAt(commit, wish.manifest, proposals)) !== wish.champion!.digest) return false;
  const artifact = artifactPath(wish.manifest, healthy.manifest!);
  return artifact === null || proposals.isSame(artifact, [healthy.commit, commit]);
}

async function restore({ wish, healthy }: Goal, onto: Onto, proposals: Proposals): Promise<string | null> {
  const { manifest: path } = wish;
  const named = healthy.manifest === null ? [] : pathsOf(healthy.manifest).filter(({ kind }) => kind !== "pattern");
  const paths = named.map((each) => pathFromTop(each.path, folderOf(path))).filter((each) => isBelowTop(each));
  return proposals.restore({ paths: [path, ...paths], from: healthy.commit }, onto);
}

/** Null where it lies in a bucket: there nothing is ever overwritten. */
function artifactPath(manifest: string, { artifact }: Manifest): string | null {
  return artifact.uri.startsWith("gs://") ? null : pathFromTop(artifact.uri, folderOf(manifest));
}

/** What would take the whole repository back is left as it is. */
function isBelowTop(path: string | null): path is string {
  return path !== null && path !== "";
}

function folderOf(path: string): string {
  return path.split("/").slice(0, -1).join("/");
}

/** Only words that are ours, names that have a form and hashes: a forge acts on what else stands in a message. */
function messageOf({ failed, champion, brought }: Wish): string {
  const back = champion === null ? "No release was healthy before it." : `${nameOf(champion)} is served again.`;
  return `Revert ${nameOf(failed)}\n\nIt failed in production. ${back}\n\nThis takes back commit ${brought}.`;
}

function nameOf({ model, version, digest }: LedgerEntry): string {
  const shown = /^[0-9A-Za-z][\w.+-]{0,63}$/.test(version) ? version : digest.slice(7, 19);
  return `${model} ${shown}`;
}
