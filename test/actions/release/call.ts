import { resolve } from "node:path";
import type { CommandPorts } from "../../../actions/release/commands/command.ts";
import { run } from "../../../actions/release/run.ts";
import { readInput } from "../../../actions/wiring/input.ts";
import { ledgerPorts } from "../../../actions/wiring/ledger-ports.ts";
import { localClouds } from "../../../actions/wiring/local-clouds.ts";
import { runtimeFor } from "../../../actions/wiring/runtimes.ts";
import { scaffold } from "../../../actions/wiring/scaffold.ts";
import { setupPorts } from "../../../actions/wiring/setup-ports.ts";
import { validatePorts } from "../../../actions/wiring/validate-ports.ts";
import { styleFor } from "../../../shared/action/terminal.ts";
import { localFiles } from "../../../shared/adapters/files/files.ts";
import { localMachine } from "../../../shared/adapters/system/machine/machine.ts";
import { localTraffic } from "../../../shared/adapters/traffic/traffic.ts";
import { predictionHosts } from "../../../shared/adapters/vertex/prediction-hosts.ts";
import { silentLog } from "../../fakes/log.ts";

export interface Called {
  readonly exitCode: number;
  readonly printed: string;
}

const VARIABLES: Readonly<Record<string, string>> = { SERVING_TOKEN: "a-token" };

/** `model-release` in this process, seen from `folder`, on the real disk. */
export function call(folder: string, ...words: readonly string[]): Promise<Called> {
  return callWithInput("", folder, ...words);
}

/** The same, with something piped into it. */
export function callWithInput(standardInput: string, folder: string, ...words: readonly string[]): Promise<Called> {
  return callWithPorts({ standardInput }, folder, ...words);
}

/** The same, with something of the world replaced. */
export async function callWithPorts(
  { standardInput = "", ...replaced }: Partial<CommandPorts> & { readonly standardInput?: string },
  folder: string,
  ...words: readonly string[]
): Promise<Called> {
  const printed: string[] = [];
  const ground = {
    files: localFiles(),
    log: silentLog,
    clock: { elapsedMs: () => 0 },
    resolve: (path: string) => resolve(folder, path),
  };
  const ports: CommandPorts = {
    ...ground,
    validate: async () => validatePorts(ground),
    runtime: (choice) => runtimeFor({ runtime: choice, environment: { XDG_CACHE_HOME: "/nowhere" } }, silentLog),
    readInput: async (path, maxBytes) =>
      path === "-" ? new TextEncoder().encode(standardInput) : readInput({ path, folder, maxBytes }, silentLog),
    setup: async () => setupPorts({ folder, log: silentLog }),
    machine: async () => localMachine(process.env),
    ledger: async () => ledgerPorts(),
    traffic: async () => localTraffic(),
    localClouds: async () => localClouds(silentLog),
    predictionHosts: async () => predictionHosts(undefined),
    delivery: async () => {
      throw new Error("this test delivers nothing");
    },
    scaffold: async () => scaffold(),
    stage: async () => {
      throw new Error("this test plays nothing");
    },
    interruption: () => new AbortController().signal,
    variable: (name) => VARIABLES[name],
    ...replaced,
  };
  const exitCode = await run({
    words,
    version: "1.2.3",
    style: styleFor({ isTerminal: false, environment: {} }),
    print: (text) => printed.push(text),
    ports: () => ports,
  });
  return { exitCode, printed: printed.join("\n") };
}
