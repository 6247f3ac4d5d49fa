/** What a deployed model's artifact is read from: the buckets of the same emulator. */
export interface StoredObjects {
  /** Every live object whose name begins so, sorted by name; null where there is no such bucket. */
  list(bucket: string, prefix: string): readonly StoredObject[] | null;
}

export interface StoredObject {
  readonly name: string;
  readonly sizeBytes: number;
  /** A file with its bytes, which is never written to again and stays until the object is deleted or replaced. */
  readonly path: string;
}
