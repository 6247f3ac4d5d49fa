import { closeSync, constants, fstatSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { Failure } from "../../failure.ts";
import type { NativeRuntime } from "../../ports/native-runtime.ts";
import { parseRuntimeDocument, RUNTIME_DOCUMENT } from "./runtime-document.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

const MAX_DOCUMENT_BYTES = 1 << 20;
const MAX_RUNTIMES = 1000;

/** The runtime that `setup` made or confirmed last, or undefined when this machine has none. */
export async function findNativeRuntime(environment: Environment): Promise<NativeRuntime | undefined> {
  const own = environment.MODEL_RELEASE_RUNTIME;
  if (own !== undefined && own !== "") return namedRuntime(resolve(own));
  for (const root of cacheFolders(environment)) {
    const [newest] = runtimesIn(root);
    if (newest !== undefined) return newest;
  }
  return undefined;
}

/** Where runtimes lie on this machine, in the order in which they are looked for; `setup` writes to the first. */
export function cacheFolders(environment: Environment): readonly string[] {
  const { MODEL_RELEASE_RUNTIME: own, RUNNER_TOOL_CACHE: tools, XDG_CACHE_HOME: caches } = environment;
  if (own !== undefined && own !== "") return [resolve(own)];
  const personal = caches?.startsWith("/") ? caches : join(environment.HOME ?? homedir(), ".cache");
  return [...(tools ? [tools] : []), personal].map((folder) => join(resolve(folder), "model-release"));
}

/** All complete runtimes for this machine's architecture, the one made or confirmed last first. */
export function runtimesIn(root: string): readonly NativeRuntime[] {
  return foldersIn(root)
    .flatMap((folder) => {
      const madeMs = statSync(join(folder, RUNTIME_DOCUMENT), { throwIfNoEntry: false })?.mtimeMs;
      return madeMs === undefined ? [] : [{ folder, madeMs }];
    })
    .toSorted((a, b) => b.madeMs - a.madeMs || (a.folder < b.folder ? -1 : 1))
    .flatMap(({ folder }) => readRuntime(folder) ?? [])
    .filter(({ architecture }) => architecture === process.arch);
}

/** MODEL_RELEASE_RUNTIME names a runtime, or a folder of runtimes. What it names must be there. */
function namedRuntime(folder: string): NativeRuntime {
  const found = statSync(join(folder, RUNTIME_DOCUMENT), { throwIfNoEntry: false })
    ? parseRuntimeDocument(readBounded(join(folder, RUNTIME_DOCUMENT)), folder)
    : runtimesIn(folder)[0];
  if (found !== undefined) return found;
  throw new Failure("runtime-missing", `MODEL_RELEASE_RUNTIME is ${folder}, and no runtime lies there`, {
    fix: "Run `model-release setup`, which puts one there, or unset MODEL_RELEASE_RUNTIME.",
  });
}

/** A folder that cannot be read is another program's, or a broken one: `doctor` names it, a search passes by. */
export function readRuntime(folder: string): NativeRuntime | undefined {
  try {
    return parseRuntimeDocument(readBounded(join(folder, RUNTIME_DOCUMENT)), folder);
  } catch {
    return undefined;
  }
}

function foldersIn(root: string): string[] {
  try {
    return readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
      .slice(0, MAX_RUNTIMES)
      .map(({ name }) => join(root, name));
  } catch {
    return [];
  }
}

function readBounded(path: string): Uint8Array {
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const stats = fstatSync(descriptor);
    const bytes = new Uint8Array(Math.min(stats.isFile() ? stats.size : 0, MAX_DOCUMENT_BYTES));
    return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(descriptor);
  }
}
