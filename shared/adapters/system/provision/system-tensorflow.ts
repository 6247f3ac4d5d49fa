import { existsSync, readdirSync, realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Environment } from "../native-runtime.ts";
import { callTool } from "../tool.ts";

/** A TensorFlow that this machine has by itself: Python's package, or the C library. */
export interface SystemTensorflow {
  readonly version: string;
  readonly folder: string;
  /** The file that the addon asks for, and the file that it needs in turn. */
  readonly libraries: readonly [string, string];
  readonly headers: string;
}

const FRAMEWORK = "libtensorflow_framework.so.2";
const LOCATE =
  "import importlib.util as u; s = u.find_spec('tensorflow'); print(s.submodule_search_locations[0] if s else '')";
const FOLDERS = ["/usr/local/lib", "/usr/lib", "/usr/lib/x86_64-linux-gnu", "/usr/lib64"];
const QUESTION_MS = 60_000;

export async function findSystemTensorflow(environment: Environment): Promise<SystemTensorflow | undefined> {
  const python = await pythonPackage(environment);
  if (python !== undefined) return python;
  const named = (environment.LD_LIBRARY_PATH ?? "").split(":").filter((folder) => folder.startsWith("/"));
  for (const folder of [...named, ...FOLDERS]) {
    const found = cLibrary(folder);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Looked for without being imported: importing runs it, and takes seconds. */
async function pythonPackage(environment: Environment): Promise<SystemTensorflow | undefined> {
  const answer = await callTool({
    command: "python3",
    arguments: ["-c", LOCATE],
    environment,
    deadlineMs: QUESTION_MS,
  });
  const folder = answer?.exitCode === 0 ? answer.stdout.trim() : "";
  if (!folder.startsWith("/") || !existsSync(join(folder, "libtensorflow_cc.so.2"))) return undefined;
  const version = installedVersion(dirname(folder));
  if (version === undefined) return undefined;
  return { version, folder, libraries: ["libtensorflow_cc.so.2", FRAMEWORK], headers: join(folder, "include") };
}

function installedVersion(packages: string): string | undefined {
  const found = readdirSync(packages).map(
    (name) => /^tensorflow(?:_[a-z]+)?-(\d+\.\d+\.\d+)\.dist-info$/.exec(name)?.[1],
  );
  return found.find((version) => version !== undefined);
}

function cLibrary(folder: string): SystemTensorflow | undefined {
  const library = "libtensorflow.so.2";
  const headers = join(folder, "../include");
  if (![join(folder, library), join(folder, FRAMEWORK), join(headers, "tensorflow/c/c_api.h")].every(existsSync)) {
    return undefined;
  }
  const version = /\.so\.(\d+\.\d+\.\d+)$/.exec(basename(realpathSync(join(folder, library))))?.[1];
  return version === undefined ? undefined : { version, folder, libraries: [library, FRAMEWORK], headers };
}
