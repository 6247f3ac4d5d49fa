import { toFailure } from "../../failure.ts";
import type { LoadedModel, Runtime } from "../../ports/runtime.ts";
import { refusal } from "../status.ts";

/** One artifact in memory, whatever number of deployments share it: a model for each signature that was asked for. */
export interface LoadedArtifact {
  readonly folder: string;
  model(signatureName: string): Promise<LoadedModel>;
  unload(): Promise<void>;
}

export const SERVING_SIGNATURE = "serving_default";

export function loadedArtifact(folder: string, runtime: Runtime): LoadedArtifact {
  const models = new Map<string, Promise<LoadedModel>>();
  return {
    folder,
    model(signatureName) {
      const known = models.get(signatureName);
      if (known !== undefined) return known;
      const loading = runtime.load({ directory: folder, signatureName });
      models.set(signatureName, loading);
      // What could not be loaded is tried again, so that names which nobody has are not kept.
      loading.catch(() => models.delete(signatureName));
      return loading;
    },
    async unload() {
      const loaded = await Promise.allSettled(models.values());
      models.clear();
      await Promise.all(loaded.map((each) => (each.status === "fulfilled" ? each.value[Symbol.asyncDispose]() : null)));
    },
  };
}

/** What Vertex AI says when the server of a model does not come up, with our own cause behind it. */
export function unservable(thrown: unknown): Error {
  const { message, fix } = toFailure(thrown);
  return refusal("FAILED_PRECONDITION", `Model server exited unexpectedly. ${message} ${fix}`);
}
