import type { LedgerLine } from "../../ledger/line.ts";
import type { Repository } from "../../ports/repository.ts";
import { type Manifest, parseManifest } from "../../release/manifest.ts";
import { MANIFEST_NAMES } from "../../release/proposal.ts";
import type { Place } from "./place.ts";

/** What the default branch says of one release at one commit. Nothing of it ever changes. */
export interface Tip {
  readonly commit: string;
  /** Null where there is none. */
  readonly manifest: Manifest | null;
  readonly isFrozen: boolean;
  /** The commits by which the manifest became what it is, newest first. */
  readonly changes: readonly string[];
}

/** At the repository's top: as long as it is there, nothing is promoted. */
const FREEZE = "model-release.freeze";
const MAX_MANIFEST_BYTES = 1 << 20;

export async function readTip(commit: string, { repository, mainline, path }: Place): Promise<Tip> {
  return {
    commit,
    manifest: await manifestAt({ commit, path }, repository),
    isFrozen: (await repository.read({ commit, path: FREEZE }, MAX_MANIFEST_BYTES)) !== undefined,
    changes: await mainline.changesOf(path, commit),
  };
}

/** The manifest as it was committed; null where the commit has none. */
async function manifestAt(
  { commit, path }: { readonly commit: string; readonly path: string },
  repository: Repository,
): Promise<Manifest | null> {
  const text = await repository.read({ commit, path }, MAX_MANIFEST_BYTES);
  return text === undefined ? null : parseManifest(text, `${path} at ${commit.slice(0, 12)}`);
}

/** The manifest as it last was before what changed it, where somebody recognises it; null where nobody does. */
export async function earlierManifest(
  changes: readonly string[],
  isIt: (manifest: Manifest) => boolean,
  { repository, path }: Place,
): Promise<Manifest | null> {
  for (const commit of changes) {
    const manifest = await readableAt({ commit, path }, repository);
    if (manifest !== null && isIt(manifest)) return manifest;
  }
  return null;
}

/** The newest manifest of a release that its endpoint once served, wherever it lay then; null where it is gone. */
export async function manifestOfDigest(
  { digest, commit, endpoint }: LedgerLine,
  { changes }: Pick<Tip, "changes">,
  place: Place,
): Promise<Manifest | null> {
  const unmoved = await earlierManifest(changes, ({ artifact }) => artifact.digest === digest, place);
  if (unmoved !== null || (await place.repository.resolve(commit)) === undefined) return unmoved;
  const all = [...(await manifestsAt(commit, place.repository)).values()];
  return all.find(({ artifact, target }) => artifact.digest === digest && target?.endpoint === endpoint) ?? null;
}

/** Every manifest of a commit by its path. One that nobody can read says nothing. */
export async function manifestsAt(commit: string, repository: Repository): Promise<ReadonlyMap<string, Manifest>> {
  const found = new Map<string, Manifest>();
  for (const { path } of await repository.changes({ from: null, to: commit }, MANIFEST_NAMES)) {
    const manifest = await readableAt({ commit, path }, repository);
    if (manifest !== null) found.set(path, manifest);
  }
  return found;
}

async function readableAt(
  place: { readonly commit: string; readonly path: string },
  repository: Repository,
): Promise<Manifest | null> {
  try {
    return await manifestAt(place, repository);
  } catch {
    return null;
  }
}
