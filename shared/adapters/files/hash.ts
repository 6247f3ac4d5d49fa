import { createHash } from "node:crypto";
import { type BigIntStats, fstatSync, readSync } from "node:fs";
import { Failure } from "../../failure.ts";
import { crc32c } from "../../model/crc32c.ts";
import type { FileHash } from "../../ports/files.ts";
import { systemFailure } from "./failures.ts";
import { openRegular, type RegularFile } from "./open.ts";

const CHUNK_BYTES = 1 << 20;

export async function hashFile(path: string): Promise<FileHash> {
  using file = openRegular(path);
  const sha256 = createHash("sha256");
  const buffer = new Uint8Array(CHUNK_BYTES);
  let checksum = 0;
  let sizeBytes = 0;
  for (let count = fill(path, file, buffer); count > 0; count = fill(path, file, buffer)) {
    const chunk = buffer.subarray(0, count);
    sha256.update(chunk);
    checksum = crc32c(chunk, checksum);
    sizeBytes += count;
  }
  requireUnchanged(path, file, sizeBytes);
  return { sha256: sha256.digest("hex"), crc32c: checksum, sizeBytes };
}

function fill(path: string, file: RegularFile, buffer: Uint8Array): number {
  try {
    return readSync(file.descriptor, buffer);
  } catch (error) {
    throw systemFailure(error, path, "read");
  }
}

function requireUnchanged(path: string, file: RegularFile, sizeBytes: number): void {
  const before = file.stats;
  const after: BigIntStats = fstatSync(file.descriptor, { bigint: true });
  if (after.size === BigInt(sizeBytes) && after.mtimeNs === before.mtimeNs && after.ctimeNs === before.ctimeNs) return;
  throw new Failure("artifact-changed", `${path} changed while it was read`, {
    fix: "Stop what writes to it and run again.",
  });
}
