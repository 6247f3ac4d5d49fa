import { mkdir } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { fileDatasets } from "../../shared/adapters/dataset/datasets.ts";
import { localHashedFiles } from "../../shared/adapters/files/hashed-files.ts";
import { newFile } from "../../shared/adapters/files/new-file.ts";
import { fileSpill } from "../../shared/adapters/files/spill.ts";
import { gitRepositories } from "../../shared/adapters/git/repositories.ts";
import { watchGpus } from "../../shared/adapters/system/machine/gpu-watch.ts";
import { type Environment, findNativeRuntime } from "../../shared/adapters/system/native-runtime.ts";
import { localTraffic } from "../../shared/adapters/traffic/traffic.ts";
import type { Buckets } from "../../shared/ports/bucket.ts";
import type { Clock } from "../../shared/ports/clock.ts";
import type { Datasets } from "../../shared/ports/dataset.ts";
import type { Files } from "../../shared/ports/files.ts";
import type { HashedFiles } from "../../shared/ports/hashed-file.ts";
import type { Log } from "../../shared/ports/log.ts";
import type { GpuWatch } from "../../shared/ports/machine.ts";
import type { NewFile } from "../../shared/ports/new-file.ts";
import type { RehearsalCloud, RehearsalPlace } from "../../shared/ports/rehearsal-cloud.ts";
import type { Repositories } from "../../shared/ports/repository.ts";
import type { Runtime } from "../../shared/ports/runtime.ts";
import type { Spill } from "../../shared/ports/spill.ts";
import type { Traffic } from "../../shared/ports/traffic.ts";
import { interruption } from "./interruption.ts";
import { type RuntimeWish, runtimeFor } from "./runtimes.ts";
import { scratchFolder } from "./scratch-folder.ts";

interface Ground {
  readonly files: Files;
  readonly log: Log;
  readonly clock: Clock;
  readonly resolve: (path: string) => string;
}

export interface ValidatePorts extends Ground {
  readonly buckets: () => Promise<Buckets>;
  readonly hashedFiles: HashedFiles;
  readonly datasets: Datasets;
  readonly traffic: Traffic;
  readonly watchGpus: () => GpuWatch;
  readonly signal: AbortSignal;
  readonly spill: () => Spill;
  readonly runtime: (wish: RuntimeWish) => Promise<Runtime>;
  readonly otherRuntime: (name: Runtime["name"]) => Promise<Runtime | null>;
  readonly repositories: Repositories;
  readonly base: string | null;
  readonly scratch: () => Promise<AsyncDisposable & { readonly folder: string }>;
  readonly newFile: (path: string) => NewFile;
  readonly makeFolder: (path: string) => Promise<void>;
  readonly today: () => string;
  readonly rehearsalCloud: (place: RehearsalPlace, runtime: Runtime) => Promise<RehearsalCloud>;
  readonly sleep: (ms: number) => Promise<void>;
}

/** What `validate` reaches the world through, beside what every command does. */
export function validatePorts(ground: Ground): ValidatePorts {
  const { log } = ground;
  return {
    ...ground,
    buckets: async () =>
      (await import("../../shared/adapters/storage/storage.ts")).cloudStorage({
        environment: process.env,
        access: "read",
      }),
    hashedFiles: localHashedFiles(),
    datasets: fileDatasets({ packages: async () => (await findNativeRuntime(process.env))?.folder }),
    traffic: localTraffic(),
    watchGpus: () => watchGpus(process.env),
    signal: interruption(),
    spill: fileSpill,
    runtime: (wish) => runtimeFor(wish, log),
    otherRuntime: async (name) => {
      if (name === "tensorflow") return runtimeFor({ runtime: "embedded" }, log);
      const native = await findNativeRuntime(process.env);
      return native === undefined ? null : runtimeFor({ runtime: "tensorflow", device: "cpu" }, log);
    },
    repositories: gitRepositories(process.env),
    base: baseOf(process.env),
    scratch: scratchFolder,
    newFile,
    makeFolder: async (path) => {
      await mkdir(path, { recursive: true });
    },
    today: () => new Date().toISOString().slice(0, 10),
    rehearsalCloud: async (place, runtime) =>
      (await import("./rehearsal-cloud.ts")).rehearsalCloud(place, runtime, log),
    sleep: (ms) => delay(ms),
  };
}

/** On the commit that GitHub makes of a pull request or of a merge queue's group, the base is its first parent. */
function baseOf({ GITHUB_REF = "", GITHUB_EVENT_NAME }: Environment): string | null {
  const isMerged = /^refs\/pull\/\d+\/merge$/.test(GITHUB_REF) || GITHUB_EVENT_NAME === "merge_group";
  return isMerged ? "HEAD^1" : null;
}
