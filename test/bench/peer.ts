import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
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

/** Where the Python is that has it. `saved_model_cli` is TensorFlow's own, so it is there only once all is installed. */
export async function installTensorFlow(): Promise<string> {
  const requirements = ["tensorflow-cpu==2.21.0", "keras==3.15.1"];
  return join(dirname(await installPeer("saved_model_cli", requirements, "tensorflow")), "python");
}
