import { readdirSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import type { NativeRuntime } from "../../../ports/native-runtime.ts";
import { readRuntime } from "../native-runtime.ts";
import { RUNTIME_DOCUMENT } from "../runtime-document.ts";
import { isIntact } from "./seal.ts";
import { type PinnedWheel, wheelTags } from "./wheel-table.ts";

/** The runtime of a folder when it is whole, unchanged and made of the pinned wheels; it counts as the newest then. */
export async function reusable(folder: string, wheels: readonly PinnedWheel[]): Promise<NativeRuntime | undefined> {
  const runtime = readRuntime(folder);
  if (runtime === undefined || !holdsPinned(runtime, wheels) || !(await isIntact(runtime))) return undefined;
  const now = new Date();
  try {
    utimesSync(join(folder, RUNTIME_DOCUMENT), now, now);
  } catch {
    // A cache that this user may only read is found all the same.
  }
  return runtime;
}

/** `runtime.json` lies beside the libraries that it vouches for; the table of our own code does not. */
function holdsPinned({ libraries }: NativeRuntime, wheels: readonly PinnedWheel[]): boolean {
  const sums = new Map(libraries.map(({ path, sha256 }) => [path, sha256]));
  return wheels.flatMap(({ members }) => members).every(({ file, sha256 }) => sums.get(file) === sha256);
}

export function sizeOf(folder: string): number {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

/** Where a member of a wheel belongs in a runtime, or null: libraries stay, all else of a gigabyte does not. */
export function runtimePath(wheel: PinnedWheel, member: string): string | null {
  if (wheel.members.some(({ file }) => file === member)) return member;
  if (!wheelTags(wheel.file).distribution.startsWith("nvidia_")) return null;
  const isLibrary = /^nvidia\/\w+\/lib\/[^/]+\.so[.\d]*$/.test(member);
  // XLA compiles for the GPU with these two.
  const isCompiler = /^nvidia\/cuda_nvcc\/(?:bin\/ptxas|nvvm\/libdevice\/[^/]+\.bc)$/.test(member);
  return isLibrary || isCompiler ? member : null;
}

/** The C interface's headers, without the twelve thousand others. */
export function headerPath(member: string): string | null {
  const found = /^tensorflow\/include\/((?:.+\/)?(?:c\/.+|ctstring[^/]*)\.h)$/.exec(member);
  return found?.[1] ?? null;
}
