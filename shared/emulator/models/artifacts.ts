import { existsSync, readdirSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { LoadedModel, Runtime } from "../../ports/runtime.ts";
import type { Assumptions } from "../faults/plan.ts";
import type { Store } from "../state/store.ts";
import { refusal } from "../status.ts";
import type { StoredObjects } from "../stored-objects.ts";
import { type Gathered, gatherArtifact } from "./gather.ts";
import { type LoadedArtifact, loadedArtifact, SERVING_SIGNATURE, unservable } from "./loaded-artifact.ts";

/** What deployed models answer with. The same bytes are loaded once, and gone with the last that served them. */
export interface Artifacts extends AsyncDisposable {
  /** Fetched from its bucket and loaded; what is wrong with it is refused. */
  open(version: ServedVersion, image: Assumptions["image"]): Promise<OpenArtifact>;
  detach(endpoint: string, deployedModelId: string): void;
  model(endpoint: string, deployedModelId: string, signatureName: string | null): Promise<LoadedModel>;
  /** 64 hex digits over the bytes that are served; null where nothing is. */
  digest(endpoint: string, deployedModelId: string): string | null;
}

export interface ServedVersion {
  readonly artifactUri?: string;
  readonly containerSpec?: { readonly imageUri?: string };
}

/** Held until it is released, or attached to a deployed model. */
export interface OpenArtifact {
  attach(endpoint: string, deployedModelId: string): void;
  release(): Promise<void>;
}

export interface ArtifactParts {
  readonly store: Store;
  readonly objects: StoredObjects;
  readonly runtime: Runtime;
}

interface Deployment {
  readonly digest: string;
}

export function openArtifacts({ store, objects, runtime }: ArtifactParts): Artifacts {
  const root = join(store.folder, "artifacts");
  const deployments = store.table<Deployment>("deployments");
  const loaded = new Map<string, LoadedArtifact>();
  const held = new Map<string, number>();
  const leaving = new Set<Promise<void>>();
  sweep(root, new Set([...deployments.entries()].map(([, { digest }]) => digest)));

  const hold = ({ digest, folder }: Gathered): LoadedArtifact => {
    held.set(digest, (held.get(digest) ?? 0) + 1);
    const artifact = loaded.get(digest) ?? loadedArtifact(folder, runtime);
    loaded.set(digest, artifact);
    return artifact;
  };
  const release = async (digest: string): Promise<void> => {
    const others = (held.get(digest) ?? 1) - 1;
    held.set(digest, others);
    await dropUnused(digest);
  };
  const dropUnused = async (digest: string): Promise<void> => {
    const isServed = [...deployments.entries()].some(([, each]) => each.digest === digest);
    if (isServed || (held.get(digest) ?? 0) > 0) return;
    const artifact = loaded.get(digest);
    loaded.delete(digest);
    held.delete(digest);
    await artifact?.unload();
    if (!loaded.has(digest)) await rm(join(root, digest), { recursive: true, force: true });
  };
  return {
    async open({ artifactUri = "", containerSpec }, image) {
      if (image === "required" && (containerSpec?.imageUri ?? "") === "") {
        throw refusal("FAILED_PRECONDITION", "The Model has no container image to be served by.");
      }
      const gathered = await gatherArtifact(artifactUri, objects, root);
      const { digest } = gathered;
      try {
        await hold(gathered).model(SERVING_SIGNATURE);
      } catch (error) {
        await release(digest);
        throw unservable(error);
      }
      return {
        attach(endpoint, id) {
          deployments.set(keyOf(endpoint, id), { digest });
          held.set(digest, held.get(digest)! - 1);
        },
        release: () => release(digest),
      };
    },
    detach(endpoint, id) {
      const digest = deployments.get(keyOf(endpoint, id))?.digest;
      deployments.delete(keyOf(endpoint, id));
      if (digest === undefined) return;
      const gone = dropUnused(digest).finally(() => leaving.delete(gone));
      leaving.add(gone);
    },
    async model(endpoint, id, signatureName) {
      const digest = deployments.get(keyOf(endpoint, id))?.digest;
      if (digest === undefined) throw refusal("UNAVAILABLE", `The DeployedModel ${id} is not served any more.`);
      const artifact = loaded.get(digest) ?? loadedArtifact(join(root, digest), runtime);
      loaded.set(digest, artifact);
      return artifact.model(signatureName ?? SERVING_SIGNATURE);
    },
    digest: (endpoint, id) => deployments.get(keyOf(endpoint, id))?.digest ?? null,
    async [Symbol.asyncDispose]() {
      await Promise.all(leaving);
      await Promise.all([...loaded.values()].map((artifact) => artifact.unload()));
    },
  };
}

/** What a killed emulator had fetched and not yet deployed. */
function sweep(root: string, served: ReadonlySet<string>): void {
  if (!existsSync(root)) return;
  for (const name of readdirSync(root)) {
    if (!served.has(name)) rmSync(join(root, name), { recursive: true, force: true });
  }
}

function keyOf(endpoint: string, deployedModelId: string): string {
  return `${endpoint}#${deployedModelId}`;
}
