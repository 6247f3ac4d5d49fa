import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { project } from "../repo/project.ts";

const run = promisify(execFile);

/** A Python tool in an environment of its own below `.cache/`, installed on first use; answers where its command is. */
export async function installPeer(command: string, requirements: readonly string[], name = command): Promise<string> {
  const folder = join(project, ".cache/peers", name);
  const path = join(folder, "bin", command);
  if (existsSync(path)) return path;
  console.error(`installing ${requirements.join(" ")}…`);
  await run("python3", ["-m", "venv", folder]);
  await run(join(folder, "bin/pip"), ["install", "--quiet", ...requirements], { maxBuffer: 1 << 26 });
  return path;
}
