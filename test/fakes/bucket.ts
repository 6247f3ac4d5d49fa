import { Failure } from "../../shared/failure.ts";
import { crc32c } from "../../shared/model/crc32c/crc32c.ts";
import type { Bucket, Buckets, Found, ReadRequest, StoredBytes, StoredObject } from "../../shared/ports/bucket.ts";

export interface FakeBuckets extends Buckets {
  /** What lies where, as `bucket/object`. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
  /** Every call in order, as in `upload bucket/object`. */
  readonly calls: readonly string[];
  put(bucket: string, object: string, bytes: Uint8Array | string): void;
  /** What the service's clock says, in milliseconds since 1970. */
  nowMs: number;
}

interface Held {
  readonly stored: StoredObject;
  readonly bytes: Uint8Array;
}

/** Buckets in memory, each there as soon as it is named; generations count from 1. */
export function fakeBuckets(): FakeBuckets {
  const held = new Map<string, Held>();
  const calls: string[] = [];
  let generation = 0;
  const buckets: FakeBuckets = {
    calls,
    nowMs: Date.UTC(2026, 0, 1),
    get contents() {
      return new Map(Array.from(held, ([path, { bytes }]) => [path, bytes]));
    },
    put: (bucket, object, bytes) => {
      put(bucket, object, Buffer.from(bytes));
    },
    bucket: (name) => fakeBucket({ name, held, put, time, called }),
  };
  const time = (): { readonly serverTimeMs: number } => ({ serverTimeMs: buckets.nowMs });
  const called = (what: string): void => void calls.push(what);
  const put = (bucket: string, object: string, bytes: Uint8Array): StoredObject => {
    generation += 1;
    const facts = { sizeBytes: bytes.length, crc32c: crc32c(bytes), updatedMs: buckets.nowMs };
    const stored = { object, ...facts, generation: String(generation), metageneration: "1" };
    held.set(`${bucket}/${object}`, { stored, bytes });
    return stored;
  };
  return buckets;
}

interface Parts {
  readonly name: string;
  readonly held: Map<string, Held>;
  readonly put: (bucket: string, object: string, bytes: Uint8Array) => StoredObject;
  readonly time: () => { readonly serverTimeMs: number };
  readonly called: (what: string) => void;
}

function fakeBucket({ name, held, put, time, called }: Parts): Bucket {
  const path = (object: string): string => `${name}/${object}`;
  const found = ({ object, generation }: { object: string; generation?: string }): Held | undefined => {
    const there = held.get(path(object));
    return generation === undefined || there?.stored.generation === generation ? there : undefined;
  };
  const isExpected = (object: string, generation: string): boolean =>
    (held.get(path(object))?.stored.generation ?? "0") === generation;
  return {
    name,
    async head(place) {
      called(`head ${path(place.object)}`);
      const there = found(place);
      return there === undefined
        ? { status: "missing", ...time() }
        : { status: "found", value: there.stored, ...time() };
    },
    async read(request) {
      called(`read ${path(request.object)}`);
      return { ...readFrom(found(request), request), ...time() };
    },
    async download(stored, take) {
      called(`download ${path(stored.object)}`);
      const there = found(stored);
      if (there === undefined) return { status: "missing", ...time() };
      if (there.bytes.length > 0) take(there.bytes.slice());
      return { status: "downloaded", ...time() };
    },
    async list({ prefix, maxObjects }) {
      called(`list ${path(prefix)}`);
      const objects = Array.from(held)
        .filter(([held]) => held.startsWith(path(prefix)))
        .map(([, { stored }]) => stored)
        .sort((one, other) => Buffer.compare(Buffer.from(one.object), Buffer.from(other.object)));
      if (objects.length > maxObjects) throw tooMuch(path(prefix));
      return { objects, ...time() };
    },
    async write({ object, bytes, ifGeneration }) {
      called(`write ${path(object)}`);
      if (!isExpected(object, ifGeneration)) return { status: "conflict", ...time() };
      return { status: "written", value: put(name, object, bytes.slice()), ...time() };
    },
    async upload({ object, source, onProgress }) {
      called(`upload ${path(object)}`);
      if (!isExpected(object, "0")) return { status: "conflict", ...time() };
      const chunks: Uint8Array[] = [];
      for (let chunk = await source.next(); chunk.length > 0; chunk = await source.next()) chunks.push(chunk.slice());
      const hash = source.hash();
      if (!isExpected(object, "0")) return { status: "conflict", ...time() };
      onProgress?.(source.sizeBytes);
      return { status: "written", value: { stored: put(name, object, Buffer.concat(chunks)), hash }, ...time() };
    },
    async remove({ object, ifGeneration }) {
      called(`remove ${path(object)}`);
      if (!held.has(path(object))) return { status: "missing", ...time() };
      if (!isExpected(object, ifGeneration)) return { status: "conflict", ...time() };
      held.delete(path(object));
      return { status: "removed", ...time() };
    },
  };
}

function readFrom(
  there: Held | undefined,
  { range, maxBytes, object }: ReadRequest,
): { status: "missing" } | Pick<Extract<Found<StoredBytes>, { status: "found" }>, "status" | "value"> {
  if (there === undefined) return { status: "missing" };
  const { offset, length } = range ?? { offset: 0, length: there.bytes.length };
  const bytes = there.bytes.slice(offset, offset + length);
  if (bytes.length > maxBytes) throw tooMuch(object);
  return { status: "found", value: { generation: there.stored.generation, bytes } };
}

function tooMuch(what: string): Failure {
  return new Failure("limit-exceeded", `${what} is larger than allowed`, { fix: "Ask for less." });
}
