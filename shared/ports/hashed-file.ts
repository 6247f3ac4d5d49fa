import type { FileHash } from "./files.ts";

/** A file that is hashed while it is read, so that one read serves both. */
export interface HashedSource extends Disposable {
  readonly path: string;
  readonly sizeBytes: number;
  /** How much of it has been read and hashed. */
  readonly readBytes: number;
  /** The next bytes, empty at the end; they stay what they are until the call after the next one. */
  next(): Promise<Uint8Array>;
  /** Bytes that were read before, once more and not hashed again. */
  again(offset: number, length: number): Promise<Uint8Array>;
  /** Of the whole file, once all of it was read; a file that changed meanwhile is `artifact-changed`. */
  hash(): FileHash;
}

/** A file that is hashed while it is written, and takes its name once all of it is there. */
export interface HashedTarget extends Disposable {
  append(bytes: Uint8Array): void;
  /** Nothing is appended after it. */
  complete(): FileHash;
}

export interface HashedFiles {
  /** A regular file, never through a link at the path's end. */
  source(path: string): HashedSource;
  /** The folder must be there. */
  target(path: string): HashedTarget;
}
