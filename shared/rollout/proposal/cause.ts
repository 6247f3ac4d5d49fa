import { Failure } from "../../failure.ts";
import type { Proposals } from "../../ports/proposals.ts";
import { type Manifest, parseManifest } from "../../release/manifest.ts";

interface Past {
  /** The manifest's, from the repository's top. */
  readonly path: string;
  /** The commits of the default branch that changed it, the newest first. */
  readonly changes: readonly string[];
}

/** So long may a manifest be. */
export const MOST_BYTES = 2 ** 20;

/** The newest commit of the default branch that made the manifest name this digest; null where none did. */
export async function broughtBy(digest: string, { path, changes }: Past, proposals: Proposals): Promise<string | null> {
  let brought: string | null = null;
  for (const commit of changes) {
    const isThis = (await digestAt(commit, path, proposals)) === digest;
    if (!isThis && brought !== null) return brought;
    if (isThis) brought = commit;
  }
  return brought;
}

/** The newest commit of the default branch whose manifest names this digest. */
export async function newestWith(
  digest: string,
  { path, changes }: Past,
  proposals: Proposals,
): Promise<string | null> {
  for (const commit of changes) {
    if ((await digestAt(commit, path, proposals)) === digest) return commit;
  }
  return null;
}

/** Undefined where there is no manifest, or none that can be read. */
export async function digestAt(commit: string, path: string, proposals: Proposals): Promise<string | undefined> {
  return (await manifestAt(commit, path, proposals))?.artifact.digest;
}

export async function manifestAt(commit: string, path: string, proposals: Proposals): Promise<Manifest | undefined> {
  try {
    const bytes = await proposals.read({ commit, path }, MOST_BYTES);
    return bytes && parseManifest(bytes, path);
  } catch (thrown) {
    // What was committed long ago, or by somebody else's hand, need not be valid.
    if (thrown instanceof Failure && (thrown.code === "manifest-invalid" || thrown.code === "limit-exceeded")) return;
    throw thrown;
  }
}
