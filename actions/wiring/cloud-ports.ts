import { randomUUID } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { localHashedFiles } from "../../shared/adapters/files/hashed-files.ts";
import type { Buckets } from "../../shared/ports/bucket.ts";
import type { Clock } from "../../shared/ports/clock.ts";
import type { Endpoint } from "../../shared/ports/endpoint.ts";
import type { Files } from "../../shared/ports/files.ts";
import type { Forge } from "../../shared/ports/forge.ts";
import type { HashedFiles } from "../../shared/ports/hashed-file.ts";
import type { LedgerBranch } from "../../shared/ports/ledger-branch.ts";
import type { Log } from "../../shared/ports/log.ts";
import type { Mainline } from "../../shared/ports/mainline.ts";
import type { Proposals } from "../../shared/ports/proposals.ts";
import type { Registry } from "../../shared/ports/registry.ts";
import type { Repositories } from "../../shared/ports/repository.ts";
import type { Telemetry } from "../../shared/ports/telemetry.ts";
import { type Heartbeat, heartbeat, interruptiblePace, interruptibleSleep } from "./cloud-pace.ts";
import { openForge, serverUrlOf } from "./forge.ts";
import { scratchFolder } from "./scratch-folder.ts";

interface Ground {
  readonly files: Files;
  readonly log: Log;
  readonly clock: Clock;
  readonly resolve: (path: string) => string;
  readonly signal: AbortSignal;
  readonly environment: NodeJS.ProcessEnv;
  /** Null without one: then no forge is asked. */
  readonly token: string | null;
}

interface Place {
  readonly project: string;
  readonly region: string;
}

interface Cloud extends AsyncDisposable {
  endpoint(id: string): Endpoint;
  readonly registry: Registry;
}

/** The run of a workflow that this is. */
interface Run {
  readonly serverUrl: string;
  readonly repository: string;
  readonly commit: string;
  readonly base: null;
  readonly id: number;
  readonly number: number;
  readonly attempt: number;
}

interface CloudPorts extends Omit<Ground, "environment" | "token"> {
  readonly hashedFiles: HashedFiles;
  readonly makeFolder: (path: string) => Promise<void>;
  readonly scratch: () => Promise<AsyncDisposable & { readonly folder: string }>;
  readonly sleep: (ms: number) => Promise<void>;
  readonly heartbeat: (everyMs: number, act: () => Promise<void>) => Heartbeat;
  readonly repositories: Repositories;
  readonly mainline: (folder: string) => Promise<Mainline>;
  readonly ledgerBranch: (folder: string) => Promise<LedgerBranch>;
  readonly proposals: (folder: string) => Promise<Proposals>;
  readonly cloud: (place: Place) => Promise<Cloud>;
  readonly telemetry: (place: Place & { readonly endpoint: string }) => Promise<Telemetry>;
  readonly buckets: () => Promise<Buckets>;
  readonly forge: (() => Promise<Forge>) | null;
  readonly run: Run | null;
  readonly holder: string;
  readonly countsEvidence: boolean;
  readonly today: () => string;
}

/** What bringing a release to its endpoint reaches the world through. Nothing of a cloud is loaded before it is asked. */
export function cloudPorts({ environment, token, ...ground }: Ground): CloudPorts {
  const { signal } = ground;
  const { MODEL_RELEASE_VERTEX_API: api, MODEL_RELEASE_STORAGE_API: storageApi } = environment;
  return {
    ...ground,
    hashedFiles: localHashedFiles(),
    makeFolder: async (path) => void (await mkdir(path, { recursive: true })),
    scratch: scratchFolder,
    sleep: interruptibleSleep(signal),
    heartbeat,
    repositories: {
      find: async (folder) =>
        (await import("../../shared/adapters/git/repositories.ts")).gitRepositories(environment).find(folder),
    },
    mainline: async (folder) =>
      (await import("../../shared/adapters/git/mainline.ts")).gitMainline(folder, environment),
    ledgerBranch: async (folder) =>
      (await import("../../shared/adapters/git/ledger-branch.ts")).gitLedgerBranch(folder, environment),
    proposals: async (folder) =>
      (await import("../../shared/adapters/git/proposals.ts")).gitProposals(folder, environment),
    cloud: async ({ project, region }) => {
      const { vertexCloud } = await import("../../shared/adapters/vertex/cloud.ts");
      return vertexCloud({ project, region, api, pace: interruptiblePace(signal) });
    },
    telemetry: async ({ project, region, endpoint }) => {
      const { cloudTelemetry } = await import("../../shared/adapters/vertex/telemetry/telemetry.ts");
      return cloudTelemetry({ project, region, endpoint, api: storageApi, proxies: environment });
    },
    buckets: async () => (await import("../../shared/adapters/storage/storage.ts")).cloudStorage({ environment }),
    forge: forgeOf(environment, token),
    run: runOf(environment),
    holder: holderOf(environment),
    countsEvidence: environment.GITHUB_ACTIONS !== "true" || (api ?? "") !== "",
    today: () => new Date().toISOString().slice(0, 10),
  };
}

function forgeOf(env: NodeJS.ProcessEnv, token: string | null): (() => Promise<Forge>) | null {
  if (token === null || token === "" || !env.GITHUB_REPOSITORY) return null;
  let opened: Promise<Forge> | null = null;
  return () => (opened ??= openForge(env, token));
}

/** Null on a person's machine. */
function runOf(env: NodeJS.ProcessEnv): Run | null {
  const counted = (text = ""): number => (/^[1-9][0-9]{0,14}$/.test(text) ? Number(text) : 1);
  if (env.GITHUB_ACTIONS !== "true") return null;
  return {
    serverUrl: serverUrlOf(env),
    repository: env.GITHUB_REPOSITORY ?? "",
    commit: env.GITHUB_SHA ?? "",
    base: null,
    id: counted(env.GITHUB_RUN_ID),
    number: counted(env.GITHUB_RUN_NUMBER),
    attempt: counted(env.GITHUB_RUN_ATTEMPT),
  };
}

/** A run of a workflow is found by its number; each attempt of it holds a lease of its own. */
function holderOf({ GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, USER }: NodeJS.ProcessEnv): string {
  const who = GITHUB_RUN_ID === undefined ? (USER ?? "somebody") : `run ${GITHUB_RUN_ID}.${GITHUB_RUN_ATTEMPT ?? 1}`;
  return `${who.slice(0, 64)} (${randomUUID().slice(0, 8)})`;
}
