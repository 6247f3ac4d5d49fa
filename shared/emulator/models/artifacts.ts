import { join } from "node:path";
import type { LoadedModel, Runtime } from "../../ports/runtime.ts";
import type { Assumptions } from "../faults/plan.ts";
import type { Store } from "../state/store.ts";
import { refusal } from "../status.ts";
import type { StoredObjects } from "../stored-objects.ts";
import { type ArtifactPool, artifactPool } from "./artifact-pool.ts";
import { gatherArtifact } from "./gather.ts";
import { SERVING_SIGNATURE, unservable } from "./loaded-artifact.ts";

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
  const deployments = store.table<Deployment>("deployments");
  const isDeployed = (digest: string): boolean =>
    [...deployments.entries()].some(([, deployment]) => deployment.digest === digest);
  const pool = artifactPool({ root: join(store.folder, "artifacts"), runtime, isDeployed });
  const digestOf = (endpoint: string, id: string): string | null =>
    deployments.get(keyOf(endpoint, id))?.digest ?? null;
  return {
    async open({ artifactUri = "", containerSpec }, image) {
      if (image === "required" && (containerSpec?.imageUri ?? "") === "") throw withoutImage();
      const digest = await load(artifactUri, objects, pool);
      return {
        attach(endpoint, id) {
          deployments.set(keyOf(endpoint, id), { digest });
          pool.release(digest);
        },
        release: () => letGo(digest, pool),
      };
    },
    detach(endpoint, id) {
      const digest = digestOf(endpoint, id);
      deployments.delete(keyOf(endpoint, id));
      if (digest !== null) void pool.drop(digest);
    },
    async model(endpoint, id, signatureName) {
      const digest = digestOf(endpoint, id);
      if (digest === null) throw refusal("UNAVAILABLE", `The DeployedModel ${id} is not served any more.`);
      return pool.of(digest).model(signatureName ?? SERVING_SIGNATURE);
    },
    digest: digestOf,
    [Symbol.asyncDispose]: () => pool[Symbol.asyncDispose](),
  };
}

/** Fetches, holds and loads: the digest of what is held then. */
async function load(artifactUri: string, objects: StoredObjects, pool: ArtifactPool): Promise<string> {
  const digest = await gatherArtifact(artifactUri, objects, pool);
  try {
    await pool.of(digest).model(SERVING_SIGNATURE);
    return digest;
  } catch (error) {
    await letGo(digest, pool);
    throw unservable(error);
  }
}

async function letGo(digest: string, pool: ArtifactPool): Promise<void> {
  pool.release(digest);
  await pool.drop(digest);
}

function withoutImage(): Error {
  return refusal("FAILED_PRECONDITION", "The Model has no container image to be served by.");
}

function keyOf(endpoint: string, deployedModelId: string): string {
  return `${endpoint}#${deployedModelId}`;
}
