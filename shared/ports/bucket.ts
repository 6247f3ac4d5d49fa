import type { FileHash } from "./files.ts";
import type { HashedSource } from "./hashed-file.ts";

/** Where buckets are found. Opening one asks nothing of the network. */
export interface Buckets {
  bucket(name: string): Bucket;
}

/**
 * Objects by name, each with a generation that every write changes. What may happen to anybody, such as an object that
 * is not there or has become another, is an answer; a Failure says that nothing could be learned or done. Repeating a
 * call whose answer was lost is done here, and never acts twice.
 */
export interface Bucket {
  readonly name: string;
  head(object: ObjectPlace): Promise<Found<StoredObject>>;
  /** All the bytes that are asked for; more than `maxBytes` of them are `limit-exceeded`. */
  read(request: ReadRequest): Promise<Found<StoredBytes>>;
  /** All bytes of one generation in order, however large, resumed after a cut: `take` may not keep what it gets. */
  download(stored: StoredObject, take: (bytes: Uint8Array) => void): Promise<Downloaded>;
  /** Every object whose name begins with `prefix`, by the bytes of its name; more than `maxObjects` are `limit-exceeded`. */
  list(request: ListRequest): Promise<Listing>;
  /** Small objects, such as a lease or a marker: created where the expected generation is "0", else replaced. */
  write(request: WriteRequest): Promise<Written<StoredObject>>;
  /** A file in one read, resumed after a cut; what is already there under that name stays as it is. */
  upload(request: UploadRequest): Promise<Written<UploadedObject>>;
  remove(request: RemoveRequest): Promise<Removed>;
}

/** A decimal number that fits 64 bits. */
export type Generation = string;

/** As a precondition: the object must not be there. */
export type Absent = "0";

/** One object as it is now, or as it was in one generation. */
export interface ObjectPlace {
  readonly object: string;
  readonly generation?: Generation;
}

export interface StoredObject {
  readonly object: string;
  readonly sizeBytes: number;
  /** Null for an object that the service keeps none for. */
  readonly crc32c: number | null;
  readonly generation: Generation;
  /** Changes with the object's metadata; begins at 1 in every generation. */
  readonly metageneration: Generation;
  /** Milliseconds since 1970, by the service's clock. */
  readonly updatedMs: number;
}

export interface StoredBytes {
  readonly generation: Generation;
  readonly bytes: Uint8Array;
}

/** By which clocks that differ may be compared: the service's, when it answered, in milliseconds since 1970. */
export interface Timed {
  readonly serverTimeMs: number;
}

export type Found<T> = Timed & ({ readonly status: "found"; readonly value: T } | { readonly status: "missing" });

export type Downloaded = Timed & { readonly status: "downloaded" | "missing" };

/** `conflict`: the object's generation is not the expected one, and nothing was written. */
export type Written<T> = Timed & ({ readonly status: "written"; readonly value: T } | { readonly status: "conflict" });

export type Removed = Timed & { readonly status: "removed" | "missing" | "conflict" };

export interface ReadRequest extends ObjectPlace {
  readonly maxBytes: number;
  /** Less than `length` where the object ends before; the whole object without. */
  readonly range?: { readonly offset: number; readonly length: number };
}

export interface ListRequest {
  readonly prefix: string;
  readonly maxObjects: number;
}

export interface Listing extends Timed {
  readonly objects: readonly StoredObject[];
}

export interface WriteRequest {
  readonly object: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly ifGeneration: Generation | Absent;
}

export interface UploadRequest {
  readonly object: string;
  /** Read to its end, unless the object was there before. */
  readonly source: HashedSource;
  readonly onProgress?: (sentBytes: number) => void;
}

export interface UploadedObject {
  readonly stored: StoredObject;
  /** Of what was read, which is what was stored. */
  readonly hash: FileHash;
}

export interface RemoveRequest {
  readonly object: string;
  readonly ifGeneration: Generation;
}
