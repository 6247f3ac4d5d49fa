export interface UnpackRequest {
  /** The path of a zip archive, such as a Python wheel. */
  readonly archive: string;
  /** A folder that exists. */
  readonly into: string;
  /** Where a member goes below `into`, or null for one that stays packed. */
  readonly target: (member: string) => string | null;
  /** No more bytes than these come out of it. */
  readonly maxBytes: number;
  readonly progress: (doneBytes: number, totalBytes: number) => void;
}

export interface UnpackedFile {
  /** Relative to `into`. */
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Streams the members that are wanted to the disk and leaves the others alone; what it returns is durable. */
export type Unpack = (request: UnpackRequest) => Promise<readonly UnpackedFile[]>;
