import { existsSync, readdirSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Runtime } from "../../ports/runtime.ts";
import { type LoadedArtifact, loadedArtifact } from "./loaded-artifact.ts";

/** Artifacts by their digests, each in a folder and, once it was asked, in memory. */
export interface ArtifactPool extends AsyncDisposable {
  readonly root: string;
  /** The artifact, loaded by whoever asks it first. */
  of(digest: string): LoadedArtifact;
  /** It stays, whether it is deployed or not, until it is released as often; what is leaving has left then. */
  hold(digest: string): Promise<void>;
  release(digest: string): void;
  /** Unloaded and deleted, unless it is held or deployed. */
  drop(digest: string): Promise<void>;
}

export interface PoolParts {
  readonly root: string;
  readonly runtime: Runtime;
  readonly isDeployed: (digest: string) => boolean;
}

export function artifactPool({ root, runtime, isDeployed }: PoolParts): ArtifactPool {
  const loaded = new Map<string, LoadedArtifact>();
  const holders = new Map<string, number>();
  const leaving = new Map<string, Promise<void>>();
  const isHeld = (digest: string): boolean => (holders.get(digest) ?? 0) > 0;
  sweep(root, isDeployed);

  const remove = async (digest: string): Promise<void> => {
    const artifact = loaded.get(digest);
    loaded.delete(digest);
    await artifact?.unload();
    // Meanwhile somebody may have come back for it. What cannot be deleted now is swept away at the next start.
    if (!isHeld(digest)) await rm(join(root, digest), { recursive: true, force: true }).catch(() => {});
  };
  return {
    root,
    of(digest) {
      const artifact = loaded.get(digest) ?? loadedArtifact(join(root, digest), runtime);
      loaded.set(digest, artifact);
      return artifact;
    },
    async hold(digest) {
      holders.set(digest, (holders.get(digest) ?? 0) + 1);
      await leaving.get(digest);
    },
    release: (digest) => void holders.set(digest, (holders.get(digest) ?? 1) - 1),
    async drop(digest) {
      if (isDeployed(digest) || isHeld(digest)) return;
      const gone = remove(digest).finally(() => leaving.delete(digest));
      leaving.set(digest, gone);
      await gone;
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(leaving.values());
      await Promise.all([...loaded.values()].map((artifact) => artifact.unload()));
    },
  };
}

/** What a killed emulator had fetched and not yet deployed. */
function sweep(root: string, isDeployed: (digest: string) => boolean): void {
  if (!existsSync(root)) return;
  for (const name of readdirSync(root)) {
    if (!isDeployed(name)) rmSync(join(root, name), { recursive: true, force: true });
  }
}
