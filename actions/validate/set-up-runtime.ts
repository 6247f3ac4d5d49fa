import { Failure } from "../../shared/failure.ts";
import type { Log } from "../../shared/ports/log.ts";
import type { Runtime } from "../../shared/ports/runtime.ts";
import type { ManifestFile } from "../../shared/release/open-release.ts";
import { type SetupPorts, run as setUp } from "../setup/run.ts";
import type { ValidateInputs } from "./inputs.ts";

export type RuntimeWish = Pick<ValidateInputs, "runtime" | "device">;

interface Ports {
  readonly runtime: (wish: RuntimeWish) => Promise<Runtime>;
  readonly setup: () => Promise<SetupPorts>;
  readonly log: Log;
}

/** TensorFlow is put on the runner when a model is about to be loaded with it, and not for one that is refused before. */
export function settingUpRuntime(manifests: readonly ManifestFile[], ports: Ports): Ports["runtime"] {
  return async (wish) => {
    try {
      return await ports.runtime(wish);
    } catch (thrown) {
      const isMissing = thrown instanceof Failure && thrown.code === "runtime-missing";
      if (!isMissing || wish.runtime !== "tensorflow") throw thrown;
      ports.log.info("TensorFlow is not on this runner yet: it is set up.");
      const variant = wish.device === "gpu" ? "gpu" : "cpu";
      const setup = { ...(await ports.setup()), manifests: async () => manifests.map(({ path }) => path) };
      await setUp({ tensorflowVersion: null, variant, indexUrl: null }, setup);
      return ports.runtime(wish);
    }
  };
}
