import { resolve } from "node:path";
import { localFiles } from "../../shared/adapters/files/files.ts";
import { monotonicClock } from "../../shared/adapters/system/monotonic-clock.ts";
import { stderrLog } from "../../shared/adapters/system/stderr-log.ts";
import type { Clock } from "../../shared/ports/clock.ts";
import type { Files } from "../../shared/ports/files.ts";
import type { LocalClouds } from "../../shared/ports/local-cloud.ts";
import type { Log } from "../../shared/ports/log.ts";
import type { Machine } from "../../shared/ports/machine.ts";
import type { PredictionHosts } from "../../shared/ports/prediction-hosts.ts";
import type { Runtime } from "../../shared/ports/runtime.ts";
import type { Scaffold } from "../../shared/ports/scaffold.ts";
import type { Traffic } from "../../shared/ports/traffic.ts";
import { readInput } from "./input.ts";
import { interruption } from "./interruption.ts";
import type { LedgerPorts } from "./ledger-ports.ts";
import { runtimeFor } from "./runtimes.ts";
import type { SetupPorts } from "./setup-ports.ts";
import type { ValidatePorts } from "./validate-ports.ts";

interface LocalPorts {
  readonly files: Files;
  readonly log: Log;
  readonly clock: Clock;
  readonly resolve: (path: string) => string;
  readonly runtime: (choice: Runtime["name"] | "auto") => Promise<Runtime>;
  readonly readInput: (path: string, maxBytes: number) => Promise<Uint8Array>;
  readonly setup: () => Promise<SetupPorts>;
  readonly machine: () => Promise<Machine>;
  readonly validate: () => Promise<ValidatePorts>;
  readonly ledger: () => Promise<LedgerPorts>;
  readonly traffic: () => Promise<Traffic>;
  readonly localClouds: () => Promise<LocalClouds>;
  readonly predictionHosts: () => Promise<PredictionHosts>;
  readonly delivery: () => Promise<ReturnType<typeof import("./cloud-ports.ts").cloudPorts>>;
  readonly scaffold: () => Promise<Scaffold>;
  readonly stage: () => ReturnType<typeof import("./demo.ts").openStage>;
  readonly interruption: () => AbortSignal;
  readonly variable: (name: string) => string | undefined;
}

/** Everything a command reaches the world through on a person's machine. */
export function commandPorts(isVerbose: boolean): LocalPorts {
  const clock = monotonicClock();
  // npm changes into the package's folder and keeps the user's own in INIT_CWD.
  const callerFolder = process.env.npm_command === undefined ? process.cwd() : (process.env.INIT_CWD ?? process.cwd());
  const log = stderrLog(clock, { isVerbose });
  const ground = { files: localFiles(), log, clock, resolve: (path: string) => resolve(callerFolder, path) };
  return {
    ...ground,
    readInput: (path, maxBytes) => readInput({ path, folder: callerFolder, maxBytes }, log),
    runtime: (choice) => runtimeFor({ runtime: choice }, log),
    setup: async () => (await import("./setup-ports.ts")).setupPorts({ folder: callerFolder, log }),
    machine: async () => (await import("../../shared/adapters/system/machine/machine.ts")).localMachine(process.env),
    validate: async () => (await import("./validate-ports.ts")).validatePorts(ground),
    ledger: async () => (await import("./ledger-ports.ts")).ledgerPorts(),
    traffic: async () => (await import("../../shared/adapters/traffic/traffic.ts")).localTraffic(),
    localClouds: async () => (await import("./local-clouds.ts")).localClouds(log),
    predictionHosts: async () =>
      (await import("../../shared/adapters/vertex/prediction-hosts.ts")).predictionHosts(
        process.env.MODEL_RELEASE_VERTEX_API,
      ),
    delivery: async () => {
      const { cloudPorts } = await import("./cloud-ports.ts");
      const token = process.env.GITHUB_TOKEN ?? null;
      return cloudPorts({ ...ground, signal: interruption(), environment: process.env, token });
    },
    stage: async () => (await import("./demo.ts")).openStage({ ...ground, signal: interruption() }),
    scaffold: async () => (await import("./scaffold.ts")).scaffold(),
    interruption,
    variable: (name) => process.env[name],
  };
}
