import type { Clock } from "../../shared/ports/clock.ts";
import type { Files } from "../../shared/ports/files.ts";
import type { Log } from "../../shared/ports/log.ts";
import type { RuntimeVariant } from "../../shared/ports/native-runtime.ts";
import type { Provisioner } from "../../shared/ports/provisioner.ts";
import { agreedVersion, chooseVersion, servedVersion } from "../../shared/release/tensorflow-version.ts";
import type { SetupInputs } from "./inputs.ts";

export interface SetupPorts {
  readonly files: Pick<Files, "read">;
  /** The manifests of the repository around us, as paths. */
  readonly manifests: () => Promise<readonly string[]>;
  readonly provisioner: Provisioner;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Setup {
  readonly schema: "model-release/setup/v1";
  readonly tensorflow: string;
  readonly variant: RuntimeVariant;
  /** The folder that MODEL_RELEASE_RUNTIME may name. */
  readonly runtime: string;
  readonly cacheHit: boolean;
  readonly sizeBytes: number;
  readonly durationMs: number;
}

const MAX_MANIFEST_BYTES = 1 << 20;

/** The TensorFlow that will serve the model, on this machine: which version, then the runtime itself. */
export async function run(inputs: SetupInputs, ports: SetupPorts): Promise<Setup> {
  const startedMs = ports.clock.elapsedMs();
  const { variant, indexUrl } = inputs;
  const available = await ports.provisioner.versions(variant);
  const wanted = inputs.tensorflowVersion ?? (await versionOfManifests(available, ports));
  const tensorflow = chooseVersion(wanted, available);
  const { runtime, isReused, sizeBytes } = await ports.provisioner.provision({ tensorflow, variant, indexUrl });
  return {
    schema: "model-release/setup/v1",
    tensorflow: runtime.tensorflow,
    variant,
    runtime: runtime.folder,
    cacheHit: isReused,
    sizeBytes,
    durationMs: Math.round(ports.clock.elapsedMs() - startedMs),
  };
}

async function versionOfManifests(available: readonly string[], ports: SetupPorts): Promise<string> {
  const { files, log } = ports;
  const paths = await ports.manifests();
  const served = await Promise.all(
    paths.map(async (path) => servedVersion(await files.read(path, MAX_MANIFEST_BYTES), path)),
  );
  const agreed = agreedVersion(served.filter((each) => each !== null));
  if (agreed !== null) {
    log.info(`TensorFlow ${agreed.version}, by ${agreed.by} of ${agreed.file}.`);
    return agreed.version;
  }
  log.info("No release.yaml here names a TensorFlow: the newest is taken.");
  return available[0] ?? "";
}
