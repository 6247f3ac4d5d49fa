import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { annotateNotices } from "../../shared/action/annotations.ts";
import { inGroup } from "../../shared/action/group.ts";
import { summarize } from "../../shared/action/summary.ts";
import { localFiles } from "../../shared/adapters/files/files.ts";
import { unpackZip } from "../../shared/adapters/files/unpack.ts";
import { monotonicClock } from "../../shared/adapters/system/monotonic-clock.ts";
import { stderrLog } from "../../shared/adapters/system/stderr-log.ts";
import type { Files } from "../../shared/ports/files.ts";
import type { Forge } from "../../shared/ports/forge.ts";
import type { LedgerBranch } from "../../shared/ports/ledger-branch.ts";
import type { Log } from "../../shared/ports/log.ts";
import type { Notice } from "../../shared/ports/notice.ts";
import type { Repositories } from "../../shared/ports/repository.ts";
import type { Unpack } from "../../shared/ports/unpack.ts";
import { openForge, serverUrlOf } from "./forge.ts";
import { scratchFolder } from "./scratch-folder.ts";

interface ReportPorts {
  readonly event: { readonly name: string; readonly path: string };
  readonly run: { readonly serverUrl: string; readonly id: number; readonly number: number; readonly attempt: number };
  readonly forge: Forge;
  readonly repositories: Repositories;
  readonly files: Files;
  readonly ledger: () => Promise<LedgerBranch>;
  readonly log: Log;
  readonly unpack: Unpack;
  readonly group: <T>(title: string, act: () => Promise<T>) => Promise<T>;
  readonly resolve: (path: string) => string;
  readonly makeFolder: (path: string) => Promise<void>;
  readonly scratch: () => Promise<AsyncDisposable & { readonly folder: string }>;
  readonly summarize: (markdown: string) => Promise<void>;
  readonly annotate: (notices: readonly Notice[]) => void;
  readonly today: () => string;
}

/** What the action `report` reaches the world through: the job's own variables say where the forge is. Git waits. */
export async function reportPorts({ token }: { readonly token: string }): Promise<ReportPorts> {
  const { env } = process;
  const folder = process.cwd();
  return {
    event: { name: env.GITHUB_EVENT_NAME ?? "", path: env.GITHUB_EVENT_PATH ?? "" },
    run: runOf(env),
    forge: await openForge(env, token),
    repositories: {
      find: async (from) => (await import("../../shared/adapters/git/repositories.ts")).gitRepositories(env).find(from),
    },
    files: localFiles(),
    ledger: async () => (await import("../../shared/adapters/git/ledger-branch.ts")).gitLedgerBranch(folder, env),
    log: stderrLog(monotonicClock(), { isVerbose: env.RUNNER_DEBUG === "1" }),
    unpack: unpackZip,
    group: inGroup,
    resolve: (path) => resolve(folder, path),
    makeFolder: async (path) => void (await mkdir(path, { recursive: true })),
    scratch: scratchFolder,
    summarize,
    annotate: annotateNotices,
    today: () => new Date().toISOString().slice(0, 10),
  };
}

function runOf(env: NodeJS.ProcessEnv): ReportPorts["run"] {
  return {
    serverUrl: serverUrlOf(env),
    id: counted(env.GITHUB_RUN_ID),
    number: counted(env.GITHUB_RUN_NUMBER),
    attempt: counted(env.GITHUB_RUN_ATTEMPT),
  };
}

/** The runner counts from 1. */
function counted(text = ""): number {
  return /^[1-9][0-9]{0,14}$/.test(text) ? Number(text) : 1;
}
