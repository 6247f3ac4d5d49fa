import { type SimpleGit, simpleGit } from "simple-git";
import { callFailure, outputFailure, refusedFailure } from "./failures.ts";
import {
  CONFIGURATION,
  type Environment,
  REMOTE_CONFIGURATION,
  remoteEnvironment,
  safeEnvironment,
  VARIABLES,
} from "./safety.ts";

/** Where Git is asked. */
export interface Place {
  readonly folder: string;
  readonly environment: Environment;
  /** With the user's own settings and credentials: only for what has to reach a remote. */
  readonly isRemote?: boolean;
  /** Of this command alone. */
  readonly variables?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

const DEADLINE_MS = 60_000;
const MAX_OUTPUT = 1 << 26;
/** The library refuses these settings from whoever uses it; ours are constants that take abilities away. */
const OWN_SETTINGS = {
  allowUnsafeConfigPaths: true,
  allowUnsafeFsMonitor: true,
  allowUnsafeHooksPath: true,
  allowUnsafeProtocolOverride: true,
};

/** What Git answers, whatever its exit code. What others chose stands behind `--end-of-options` or hex digits. */
export async function ask(place: Place, command: readonly string[]): Promise<Answer> {
  const { git, ending } = start(place, command);
  const stdout = await finished(git.raw([...command]), place, ending);
  return { exitCode: ending.exitCode, stdout, stderr: ending.stderr };
}

/** What a command prints that has to succeed. */
export async function demand(place: Place, command: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await ask(place, command);
  if (exitCode !== 0) throw refusedFailure(place.folder, command, stderr);
  return stdout;
}

/** The bytes of a blob. */
export async function readBlob(place: Place, blob: string): Promise<Uint8Array> {
  const command = ["blob", blob];
  const { git, ending } = start(place, command, Number.POSITIVE_INFINITY);
  const bytes: Uint8Array = await finished(git.binaryCatFile(command), place, ending);
  if (ending.exitCode !== 0) throw refusedFailure(place.folder, ["cat-file", ...command], ending.stderr);
  return bytes;
}

interface Ending {
  exitCode: number;
  stderr: string;
  tooMuch?: Error;
}

interface Started {
  readonly git: SimpleGit;
  /** Filled when the command ends. */
  readonly ending: Ending;
}

function start(
  { folder, environment, isRemote = false, variables = {} }: Place,
  command: readonly string[],
  maxOutput = MAX_OUTPUT,
): Started {
  const ending: Ending = { exitCode: 0, stderr: "" };
  const controller = new AbortController();
  const git: SimpleGit = simpleGit({
    baseDir: folder,
    config: [...(isRemote ? REMOTE_CONFIGURATION : CONFIGURATION)],
    allowEnvironment: [...Object.keys(VARIABLES), ...Object.keys(variables)],
    unsafe: OWN_SETTINGS,
    timeout: { block: DEADLINE_MS, stdOut: false, stdErr: false },
    abort: controller.signal,
    errors(error, { exitCode, stdErr }) {
      ending.exitCode = exitCode;
      ending.stderr = Buffer.concat(stdErr).toString("utf8").slice(0, 2000);
      return exitCode > 0 ? undefined : error;
    },
  }).env({ ...(isRemote ? remoteEnvironment(environment) : safeEnvironment(environment)), ...variables });
  git.outputHandler((_, output) => {
    let bytes = 0;
    output.on("data", (chunk: Uint8Array) => {
      bytes += chunk.length;
      if (bytes <= maxOutput) return;
      ending.tooMuch = outputFailure(folder, command);
      controller.abort();
    });
  });
  return { git, ending };
}

async function finished<T>(answer: PromiseLike<T>, { folder }: Place, ending: Ending): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw ending.tooMuch ?? callFailure(error, folder);
  }
}
