import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { styleFor } from "../../shared/action/terminal.ts";
import { gitLedgerBranch } from "../../shared/adapters/git/ledger-branch.ts";
import { gitLedgerPast } from "../../shared/adapters/git/ledger-past.ts";
import { gitRepositories } from "../../shared/adapters/git/repositories.ts";
import type { Clock } from "../../shared/ports/clock.ts";
import type { Files } from "../../shared/ports/files.ts";
import type { Log } from "../../shared/ports/log.ts";
import type { Stage } from "../../shared/ports/stage.ts";
import { cloudPorts } from "./cloud-ports.ts";
import { activityLine } from "./demo/activity-line.ts";
import { customers } from "./demo/customers.ts";
import { type LocalPlatform, startPlatform } from "./demo/local-platform.ts";
import { layRepository, type ModelRepository } from "./demo/model-repository.ts";
import type { LedgerPorts } from "./ledger-ports.ts";
import { runtimeFor } from "./runtimes.ts";
import { type ValidatePorts, validatePorts } from "./validate-ports.ts";

interface Ground {
  readonly files: Files;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

interface PlayedStage extends Stage {
  readonly ports: PlayedPorts;
}

/** What the commands reach the world through when they are played there. */
interface PlayedPorts {
  readonly log: Log;
  readonly resolve: (path: string) => string;
  readonly validate: () => Promise<ValidatePorts>;
  readonly ledger: () => Promise<LedgerPorts>;
  readonly delivery: () => Promise<ReturnType<typeof cloudPorts>>;
}

// As far from a source file's folder as from the bundle's.
const PROPS = fileURLToPath(new URL("../../fixtures/demo", import.meta.url));
const RATE_PER_SECOND = 100;
/** What a canary or an operation is waited for in production is minutes: here nobody is far away. */
const LONGEST_WAIT_MS = 250;

/** A stage in a new folder; whoever leaves it early leaves nothing behind. */
export async function openStage(ground: Ground): Promise<PlayedStage> {
  await using opened = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "model-release-demo-"));
  const kept = { folder: false };
  opened.defer(async () => {
    if (!kept.folder) await rm(folder, { recursive: true, force: true });
  });
  const activity = opened.use(activityLine());
  const said: string[] = [];
  const log = listeningLog(said, activity);
  const repository = await layRepository(folder, PROPS);
  const platform = opened.use(await startPlatform(log));
  const asking = { url: platform.predictUrl, requests: join(PROPS, "traffic.jsonl"), ratePerSecond: RATE_PER_SECOND };
  const asked = opened.use(customers(asking));
  const running = opened.move();
  return {
    ...{ folder, checkout: repository.checkout, git: repository.git, lay: repository.lay },
    ...{ customers: asked, activity, said: () => said, requests: platform.requests, ...terminal() },
    makeFolder: async (path) => void (await mkdir(path, { recursive: true })),
    keep: () => {
      kept.folder = true;
    },
    ports: playedPorts({ ...ground, log, repository, platform }),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

function terminal(): Pick<Stage, "style" | "print"> {
  return {
    style: styleFor({ isTerminal: process.stdout.isTTY, environment: process.env }),
    print: (line) => process.stdout.write(`${line}\n`),
  };
}

function listeningLog(said: string[], activity: Stage["activity"]): Log {
  return {
    info(message) {
      said.push(message);
      activity.say(message);
    },
    detail: () => {},
    progress: () => {},
  };
}

interface Played extends Ground {
  readonly log: Log;
  readonly repository: ModelRepository;
  readonly platform: LocalPlatform;
}

function playedPorts({ repository, platform, signal, ...ground }: Played): PlayedPorts {
  const { log } = ground;
  const environment = {
    ...repository.environment,
    USER: "model-release",
    MODEL_RELEASE_VERTEX_API: platform.vertex,
    MODEL_RELEASE_STORAGE_API: platform.storage,
  };
  const sleep = async (ms: number): Promise<void> =>
    void (await delay(Math.min(ms, LONGEST_WAIT_MS), undefined, { signal }).catch(() => {}));
  const repositories = gitRepositories(environment);
  const within = { ...ground, resolve: (path: string) => resolve(repository.checkout, path) };
  return {
    log,
    resolve: within.resolve,
    validate: async () => ({
      ...validatePorts(within),
      ...embeddedAlone(log),
      repositories,
      base: null,
      signal,
      sleep,
    }),
    ledger: async () => ({
      repositories,
      ledgerBranch: (top) => gitLedgerBranch(top, environment),
      ledgerPast: (top) => gitLedgerPast(top, environment),
      nowMs: () => Date.now(),
    }),
    delivery: async () => ({ ...cloudPorts({ ...within, signal, environment, token: null }), sleep }),
  };
}

/** Whatever has been set up on this machine: the story is the same everywhere. */
function embeddedAlone(log: Log): Pick<ValidatePorts, "runtime" | "otherRuntime"> {
  return {
    runtime: () => runtimeFor({ runtime: "embedded", environment: {} }, log),
    otherRuntime: async () => null,
  };
}
