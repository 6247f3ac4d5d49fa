export interface FileEntry {
  /** Relative to the listed directory, with `/` between parts. */
  readonly path: string;
  readonly sizeBytes: number;
  readonly executable: boolean;
}

export interface FileHash {
  /** 64 hex digits. */
  readonly sha256: string;
  /** The Castagnoli checksum that Cloud Storage and TensorFlow's checkpoints use. */
  readonly crc32c: number;
  readonly sizeBytes: number;
}

/** Bytes that are read where they are needed: a file on disk, or a member of an archive. */
export interface ByteSource {
  readonly sizeBytes: number;
  /**
   * Exactly `length` bytes, the caller's own, or a Failure when they are not there. A source that can reads them
   * straight into `room`, which is as long, and answers with it.
   */
  read(offset: number, length: number, room?: Uint8Array): Uint8Array;
}

export interface OpenFile extends ByteSource, Disposable {}

export type PathKind = "file" | "directory" | "link" | "other" | "missing";

/**
 * The file system, as far as a release needs it. No link is followed inside a listed directory or at a path's end.
 * What is not there is `artifact-missing` from `list` and `file-missing` elsewhere, with the nearest name that is;
 * what is not a plain file is `file-refused`.
 */
export interface Files {
  kind(path: string): Promise<PathKind>;
  /**
   * Every file below a directory, sorted by the UTF-8 bytes of its path. Links, devices, names that not every system
   * can hold, and names that only case or normalisation tells apart are `artifact-refused`, all of them named at once;
   * more than 100,000 files and folders are `limit-exceeded`.
   */
  list(directory: string): Promise<readonly FileEntry[]>;
  /** The whole of a file; one larger than `maxBytes` is `limit-exceeded`. */
  read(path: string, maxBytes: number): Promise<Uint8Array>;
  open(path: string): OpenFile;
  /** SHA-256 and CRC32C in one pass; a file that changes while it is read is `artifact-changed`. */
  hash(path: string): Promise<FileHash>;
  /** All of it or nothing: an interrupted write leaves the old file. The folder must be there. */
  write(path: string, text: string): Promise<void>;
}
