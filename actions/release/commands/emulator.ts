import { Failure } from "../../../shared/failure.ts";
import type { LocalCloudWish } from "../../../shared/ports/local-cloud.ts";
import type { CommandPorts, CommandResult, Invocation } from "./command.ts";

const MAX_FAULTS_BYTES = 2 ** 20;

/** The local cloud, until the user asks for its end. One line says where it answers, once it does. */
export async function emulator({ options }: Invocation, ports: CommandPorts): Promise<CommandResult> {
  const wish = await wishOf(options, ports);
  const signal = ports.interruption();
  const clouds = await ports.localClouds();
  await using cloud = await clouds.start(wish);
  clouds.print(JSON.stringify({ vertex: cloud.vertex, storage: cloud.storage }));
  ports.log.info("The emulator answers until it is interrupted. Point a command at it:");
  ports.log.info(`  export MODEL_RELEASE_VERTEX_API=${cloud.vertex} MODEL_RELEASE_STORAGE_API=${cloud.storage}`);
  await aborted(signal);
  ports.log.info("Ending, with all that it started.");
  return { exitCode: 0, document: null, text: () => "", isTold: true };
}

async function wishOf(options: Invocation["options"], ports: CommandPorts): Promise<LocalCloudWish> {
  const state = options.get("state");
  const faults = options.get("faults");
  return {
    port: portOf(options.get("port")),
    stateFolder: typeof state === "string" ? ports.resolve(state) : null,
    faults: typeof faults === "string" ? await readFaults(faults, ports) : null,
  };
}

function portOf(given: string | true | undefined): number {
  if (given === undefined) return 0;
  if (typeof given === "string" && /^\d{1,5}$/.test(given) && Number(given) <= 65_535) return Number(given);
  throw new Failure("usage", `"${given}" is no port.`, { fix: "Give --port a number from 0 to 65535; 0 picks one." });
}

async function readFaults(file: string, { readInput }: CommandPorts): Promise<LocalCloudWish["faults"]> {
  return { text: await readInput(file, MAX_FAULTS_BYTES), file };
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
