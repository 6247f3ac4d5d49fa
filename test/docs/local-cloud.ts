import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { project } from "../repo/project.ts";

/** The emulator, as a process that a page's commands reach. */
export interface LocalCloud {
  readonly vertex: string;
  readonly storage: string;
  stop(): Promise<void>;
}

export async function startCloud(stateFolder: string): Promise<LocalCloud> {
  const main = join(project, "actions/release/main.ts");
  const child = spawn(process.execPath, [main, "emulator", "--state", stateFolder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  const { vertex, storage } = JSON.parse(line.toString()) as { readonly vertex: string; readonly storage: string };
  return {
    vertex,
    storage,
    async stop() {
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}
