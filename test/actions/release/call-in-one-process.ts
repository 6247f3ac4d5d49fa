import { join } from "node:path";
import { validatePorts } from "../../../actions/wiring/validate-ports.ts";
import { embeddedRuntime } from "../../../shared/adapters/embedded/runtime.ts";
import { localFiles } from "../../../shared/adapters/files/files.ts";
import { silentLog } from "../../fakes/log.ts";
import { type Called, callWithPorts } from "./call.ts";

/** The command in this process, and the model as well; without Git. */
export function callInOneProcess(folder: string, ...words: readonly string[]): Promise<Called> {
  const ground = { files: localFiles(), log: silentLog, clock: { elapsedMs: () => performance.now() } };
  const ports = {
    ...validatePorts({ ...ground, resolve: (path) => join(folder, path) }),
    repositories: { find: async () => undefined },
    runtime: async () => embeddedRuntime(localFiles()),
    otherRuntime: async () => null,
  };
  return callWithPorts({ validate: async () => ports }, folder, ...words);
}
