import { createHash } from "node:crypto";
import { readSync } from "node:fs";
import { Failure } from "../../failure.ts";
import { type Crc32cStream, crc32cStream } from "../../model/crc32c/stream.ts";
import type { FileHash } from "../../ports/files.ts";
import type { HashedFiles, HashedSource, HashedTarget } from "../../ports/hashed-file.ts";
import { changedFailure, systemFailure } from "./failures.ts";
import { requireUnchanged } from "./hash.ts";
import { newFile } from "./new-file.ts";
import { openRegular } from "./open.ts";

/** Read, hashed, summed and sent while they are in the processor's own cache: with 1 MiB all of it takes a third longer. */
const CHUNK_BYTES = 1 << 18;

/** The disk of this machine, hashed on the way. Streams are lent: one for each file that is under way. */
export function localHashedFiles(): HashedFiles {
  const idle: Crc32cStream[] = [];
  return { source: (path) => openSource(path, idle), target: (path) => openTarget(path, idle) };
}

function openSource(path: string, idle: Crc32cStream[]): HashedSource {
  const file = openRegular(path);
  const sizeBytes = Number(file.stats.size);
  const hashing = startHashing(idle);
  const room = [0, 0].map(() => new Uint8Array(Math.min(CHUNK_BYTES, sizeBytes))) as [Uint8Array, Uint8Array];
  let hash: FileHash | null = null;
  return {
    path,
    sizeBytes,
    get readBytes() {
      return hashing.sizeBytes;
    },
    async next() {
      if (hashing.sizeBytes === sizeBytes) return room[0].subarray(0, 0);
      room.reverse();
      const chunk = room[0].subarray(0, Math.min(CHUNK_BYTES, sizeBytes - hashing.sizeBytes));
      fillAt(chunk, path, file.descriptor, hashing.sizeBytes);
      hashing.take(chunk);
      return chunk;
    },
    async again(offset, length) {
      const chunk = new Uint8Array(length);
      fillAt(chunk, path, file.descriptor, offset);
      return chunk;
    },
    hash() {
      if (hashing.sizeBytes !== sizeBytes) throw unfinished(path);
      requireUnchanged(path, file.stats);
      hash ??= hashing.finish();
      return hash;
    },
    [Symbol.dispose]() {
      hashing.release();
      file[Symbol.dispose]();
    },
  };
}

/** At once: a thread that reads beside costs more than it saves. */
function fillAt(chunk: Uint8Array, path: string, descriptor: number, position: number): void {
  for (let done = 0; done < chunk.length; ) {
    const count = readNow(chunk.subarray(done), path, { descriptor, position: position + done });
    if (count === 0) throw changedFailure(path);
    done += count;
  }
}

interface Place {
  readonly descriptor: number;
  readonly position: number;
}

function readNow(into: Uint8Array, path: string, { descriptor, position }: Place): number {
  try {
    return readSync(descriptor, into, 0, into.length, position);
  } catch (error) {
    throw systemFailure(error, path, "read");
  }
}

function openTarget(path: string, idle: Crc32cStream[]): HashedTarget {
  const file = newFile(path);
  const hashing = startHashing(idle);
  return {
    append(bytes) {
      file.append(bytes);
      hashing.take(bytes);
    },
    complete() {
      file.complete();
      return hashing.finish();
    },
    [Symbol.dispose]() {
      hashing.release();
      file[Symbol.dispose]();
    },
  };
}

interface Hashing {
  readonly sizeBytes: number;
  take(bytes: Uint8Array): void;
  finish(): FileHash;
  /** The stream may serve another file. */
  release(): void;
}

function startHashing(idle: Crc32cStream[]): Hashing {
  const sha256 = createHash("sha256");
  let stream: Crc32cStream | null = idle.pop() ?? crc32cStream();
  let [sizeBytes, filledBytes] = [0, 0];
  stream.start();
  return {
    get sizeBytes() {
      return sizeBytes;
    },
    take(bytes) {
      sha256.update(bytes);
      sizeBytes += bytes.length;
      filledBytes = summed(stream!, filledBytes, bytes);
    },
    finish() {
      if (filledBytes > 0) stream!.take(filledBytes);
      return { sha256: sha256.digest("hex"), crc32c: stream!.finish(), sizeBytes };
    },
    release() {
      if (stream !== null) idle.push(stream);
      stream = null;
    },
  };
}

/** The stream takes whole words alone: what is less than a chunk waits in it. Answers how much waits. */
function summed({ chunk, take }: Crc32cStream, filledBytes: number, bytes: Uint8Array): number {
  let filled = filledBytes;
  for (let done = 0; done < bytes.length; ) {
    const part = bytes.subarray(done, done + CHUNK_BYTES - filled);
    chunk.set(part, filled);
    filled += part.length;
    done += part.length;
    if (filled < CHUNK_BYTES) continue;
    take(filled);
    filled = 0;
  }
  return filled;
}

function unfinished(path: string): Failure {
  return new Failure("internal", `the hash of ${path} was asked for before all of it was read`, {
    fix: "Report this.",
  });
}
