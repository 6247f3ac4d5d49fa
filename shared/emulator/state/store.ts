/** Documents of one kind by their keys, in the order of their creation. Documents are JSON, and never changed. */
export interface Table<T> extends Reading<T> {
  set(key: string, value: T): void;
  delete(key: string): void;
  /** The table as it was before the latest change: what a stale read is answered from. */
  before(): Reading<T>;
}

export interface Reading<T> {
  get(key: string): T | undefined;
  entries(): Iterable<readonly [string, T]>;
}

/** Everything that survives the emulator. */
export interface Store {
  table<T>(name: string): Table<T>;
  /** The changes are kept together or not at all, wherever the process ends. Nested calls join the outermost. */
  together<R>(change: () => R): R;
  /** A folder for what is too large for a document; it goes with the emulator where no state folder was given. */
  readonly folder: string;
  close(): Promise<void>;
}
