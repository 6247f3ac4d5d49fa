import { createHash } from "node:crypto";
import { type BigIntStats, lstatSync, read } from "node:fs";
import { promisify } from "node:util";
import { type Crc32cStream, crc32cStream } from "../../model/crc32c/stream.ts";
import type { FileHash } from "../../ports/files.ts";
import { changedFailure, systemFailure } from "./failures.ts";
import { openRegular, type RegularFile } from "./open.ts";

const readAt = promisify(read);

/**
 * One pass by 1 MiB reads. Each read waits in the thread pool, so the reads of one file overlap with the hashing of
 * another; `idle` lends the streams, one for each file that is hashed at the same time.
 */
export async function hashFile(path: string, idle: Crc32cStream[]): Promise<FileHash> {
  const stream = idle.pop() ?? crc32cStream();
  try {
    using file = openRegular(path);
    const hash = await hashOpened(path, file, stream);
    requireUnchanged(path, file.stats);
    return hash;
  } finally {
    idle.push(stream);
  }
}

async function hashOpened(path: string, file: RegularFile, stream: Crc32cStream): Promise<FileHash> {
  const sizeBytes = Number(file.stats.size);
  const sha256 = createHash("sha256");
  stream.start();
  for (let done = 0; done < sizeBytes; ) {
    const chunk = stream.chunk.subarray(0, Math.min(stream.chunk.length, sizeBytes - done));
    await fill(chunk, path, file);
    sha256.update(chunk);
    stream.take(chunk.length);
    done += chunk.length;
  }
  return { sha256: sha256.digest("hex"), crc32c: stream.finish(), sizeBytes };
}

async function fill(chunk: Uint8Array, path: string, file: RegularFile): Promise<void> {
  for (let done = 0; done < chunk.length; ) {
    const { bytesRead } = await readAt(file.descriptor, chunk, done, chunk.length - done, null).catch((error) => {
      throw systemFailure(error, path, "read");
    });
    if (bytesRead === 0) throw changedFailure(path);
    done += bytesRead;
  }
}

/** The path must still name the file that was read, and nothing may have written to it: ctime cannot be set back. */
export function requireUnchanged(path: string, before: BigIntStats): void {
  const after = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  const facts = ["dev", "ino", "size", "mtimeNs", "ctimeNs"] as const;
  if (facts.some((fact) => before[fact] !== after?.[fact])) throw changedFailure(path);
}
