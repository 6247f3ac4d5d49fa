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
  /** Exactly `length` bytes, or a Failure when they are not there. */
  read(offset: number, length: number): Uint8Array;
}

export interface OpenFile extends ByteSource, Disposable {}

export type PathKind = "file" | "directory" | "link" | "other" | "missing";

/** The file system, as far as a release needs it. Links are never followed inside a listed directory. */
export interface Files {
  kind(path: string): Promise<PathKind>;
  /** Every file below a directory, sorted by the bytes of its path; links, devices and escapes are refused by name. */
  list(directory: string): Promise<readonly FileEntry[]>;
  /** The whole of a file no larger than `maxBytes`. */
  read(path: string, maxBytes: number): Promise<Uint8Array>;
  open(path: string): OpenFile;
  /** SHA-256 and CRC32C in one pass; a file that changes while it is read is refused. */
  hash(path: string): Promise<FileHash>;
  /** All of it or nothing: an interrupted write leaves the old file. */
  write(path: string, text: string): Promise<void>;
}
