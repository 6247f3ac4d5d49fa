import { type BigIntStats, closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { Failure } from "../../failure.ts";
import type { OpenFile } from "../../ports/files.ts";
import { changedFailure, systemFailure } from "./failures.ts";

// Without O_NONBLOCK, opening a named pipe would wait for its writer.
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

export interface RegularFile extends Disposable {
  readonly descriptor: number;
  readonly stats: BigIntStats;
}

export function openFile(path: string): OpenFile {
  const file = openRegular(path);
  const sizeBytes = Number(file.stats.size);
  return {
    sizeBytes,
    read: (offset, length, room) => readExactly(path, file.descriptor, { offset, length, sizeBytes, room }),
    [Symbol.dispose]: () => file[Symbol.dispose](),
  };
}

export function readWhole(path: string, maxBytes: number): Uint8Array {
  using file = openFile(path);
  if (file.sizeBytes <= maxBytes) return file.read(0, file.sizeBytes);
  throw new Failure("limit-exceeded", `${path} has ${file.sizeBytes} bytes, more than ${maxBytes}`, {
    fix: `Make ${path} smaller.`,
  });
}

/** A regular file, never through a link at the path's end; whoever opens it disposes of it. */
export function openRegular(path: string): RegularFile {
  let descriptor = -1;
  const close = (): void => {
    // A number that was closed may already belong to another file.
    if (descriptor >= 0) closeSync(descriptor);
    descriptor = -1;
  };
  try {
    descriptor = openSync(path, FLAGS);
    const stats = fstatSync(descriptor, { bigint: true });
    requireRegular(path, stats);
    return {
      stats,
      get descriptor() {
        return descriptor;
      },
      [Symbol.dispose]: close,
    };
  } catch (error) {
    close();
    throw systemFailure(error, path, "read");
  }
}

function requireRegular(path: string, stats: BigIntStats): void {
  if (stats.isFile()) return;
  const what = stats.isDirectory() ? "a folder" : "not a regular file";
  throw new Failure("file-refused", `${path} is ${what}`, { fix: "Name a regular file." });
}

interface Range {
  readonly offset: number;
  readonly length: number;
  readonly sizeBytes: number;
  readonly room?: Uint8Array | undefined;
}

function readExactly(path: string, descriptor: number, { offset, length, sizeBytes, room }: Range): Uint8Array {
  if (descriptor < 0) throw new Failure("internal", `${path} was read after it was closed`, { fix: "Report this." });
  const isInside = offset >= 0 && length >= 0 && Number.isSafeInteger(offset) && offset + length <= sizeBytes;
  if (!isInside) throw beyondEnd(path, { offset, length, sizeBytes });
  const bytes = room?.length === length ? room : new Uint8Array(length);
  for (let done = 0; done < length; ) {
    const count = readSome(path, descriptor, bytes, { done, offset });
    if (count === 0) throw changedFailure(path);
    done += count;
  }
  return bytes;
}

function readSome(path: string, descriptor: number, into: Uint8Array, at: { done: number; offset: number }): number {
  try {
    return readSync(descriptor, into, at.done, into.length - at.done, at.offset + at.done);
  } catch (error) {
    throw systemFailure(error, path, "read");
  }
}

function beyondEnd(path: string, { offset, length, sizeBytes }: Range): Failure {
  return new Failure("file-refused", `${path} has ${sizeBytes} bytes, too few for ${length} bytes at ${offset}`, {
    fix: `Restore ${path} from where it was written.`,
  });
}
