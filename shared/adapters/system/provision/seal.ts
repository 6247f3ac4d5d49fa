import { createHash } from "node:crypto";
import { createReadStream, readFileSync, statSync, writeFileSync } from "node:fs";
import { rename } from "node:fs/promises";
import { join } from "node:path";
import type { NativeRuntime, RuntimeLibrary } from "../../../ports/native-runtime.ts";

const SEAL = "seal.json";
const CHUNK_BYTES = 1 << 20;

/**
 * Whether a runtime's files are the ones that were verified. Hashing them takes seconds, so a seal keeps what the
 * file system said of each when its sum was found right: whoever changes a byte changes the time of change (ctime),
 * which nobody can set back. Where the seal does not fit, as after a cache was restored, the sums decide.
 */
export async function isIntact(runtime: NativeRuntime): Promise<boolean> {
  const facts = factsOf(runtime);
  if (facts === undefined) return false;
  if (facts === readSeal(runtime.folder)) return true;
  if ((await changedLibraries(runtime)).length > 0) return false;
  await writeSeal(runtime);
  return true;
}

/** The files that are not what they were, by their sums: slow, and sees what a failing disk does behind the seal. */
export async function changedLibraries({ folder, libraries }: NativeRuntime): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const { path, sha256 } of libraries) {
    const sum = await sumOf(join(folder, path)).catch(() => "");
    if (sum !== sha256) changed.push(path);
  }
  return changed;
}

export async function writeSeal({ folder, libraries }: Pick<NativeRuntime, "folder" | "libraries">): Promise<void> {
  const facts = factsOf({ folder, libraries });
  if (facts === undefined) return;
  const beside = join(folder, `.${SEAL}.${process.pid}`);
  // A cache that this user may only read works too; it is hashed each time.
  try {
    writeFileSync(beside, facts, { flush: true });
    await rename(beside, join(folder, SEAL));
  } catch {}
}

export async function sumOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

function factsOf({ folder, libraries }: Pick<NativeRuntime, "folder" | "libraries">): string | undefined {
  const lines = libraries.map((library) => fact(folder, library));
  return lines.includes(undefined) ? undefined : `${JSON.stringify(lines, null, 1)}\n`;
}

function fact(folder: string, { path, sha256 }: RuntimeLibrary): string | undefined {
  const stats = statSync(join(folder, path), { bigint: true, throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  const { dev, ino, size, mtimeNs, ctimeNs } = stats;
  return [sha256, path, dev, ino, size, mtimeNs, ctimeNs].join(" ");
}

function readSeal(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, SEAL), "utf8");
  } catch {
    return undefined;
  }
}
