import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Store as State, Table } from "../../state/store.ts";
import { type BucketRecord, type Content, isObject, type ObjectRecord, type Settings } from "./record.ts";

/** All buckets and objects: what describes them stands in tables, and each generation's bytes in a file of their own. */
export interface Store {
  buckets(): readonly BucketRecord[];
  bucket(bucket: string): BucketRecord | undefined;
  saveBucket(wish: Pick<BucketRecord, "bucket" | "project" | "settings">): BucketRecord;
  removeBucket(bucket: string): void;
  /** Every generation that is kept, the live ones and the earlier ones. */
  objects(bucket: string): readonly ObjectRecord[];
  /** The live generation, or the one that is named. */
  find(place: Place): ObjectRecord | undefined;
  create(wish: NewObject): ObjectRecord;
  amend(record: ObjectRecord, settings: Settings): ObjectRecord;
  /** The live generation of a bucket with versions becomes an earlier one; anything else is gone. */
  remove(record: ObjectRecord): void;
  contentOf(record: ObjectRecord): string;
  /** A name for bytes that arrive. */
  newFile(): string;
}

export interface Place {
  readonly bucket: string;
  readonly object: string;
  readonly generation?: string | undefined;
}

export interface NewObject {
  readonly bucket: string;
  readonly object: string;
  readonly content: Content;
  readonly settings: Settings;
}

/** A bucket's objects: a live generation under its object's name alone, so that there is never a second. */
type Objects = Table<ObjectRecord>;

export function openStore(state: State, nowMs: () => number): Store {
  const buckets = state.table<BucketRecord>("storage.buckets");
  const contents = openContents(state);
  const objectsOf = (bucket: string): Objects => state.table(`storage.objects/${bucket}`);
  const generations = generationsAfter(buckets, objectsOf, nowMs);
  contents.sweep(buckets, objectsOf);
  /** Takes it out of the live ones, and answers what is then nobody's. */
  const retire = (record: ObjectRecord | undefined): ObjectRecord | null => {
    if (record === undefined) return null;
    if (record.deletedMs !== null || !hasVersions(buckets.get(record.bucket))) return record;
    objectsOf(record.bucket).set(`${record.object}\n${record.generation}`, { ...record, deletedMs: nowMs() });
    return null;
  };
  return {
    buckets: () => Array.from(buckets.entries(), ([, record]) => record),
    bucket: (bucket) => buckets.get(bucket),
    saveBucket: (wish) => saved(buckets, wish.bucket, amendedBucket(buckets.get(wish.bucket), wish, nowMs())),
    removeBucket: (bucket) => buckets.delete(bucket),
    objects: (bucket) => Array.from(objectsOf(bucket).entries(), ([, record]) => record),
    find: ({ bucket, object, generation }) => findIn(objectsOf(bucket), object, generation),
    create: (wish) => {
      const record = newRecord(wish, generations.next(), nowMs());
      const before = objectsOf(wish.bucket).get(wish.object);
      contents.place(wish.content.file, record);
      const retired = state.together(() => {
        saved(objectsOf(wish.bucket), wish.object, record);
        return retire(before);
      });
      contents.remove(retired);
      return record;
    },
    amend: (record, settings) => {
      const metageneration = String(Number(record.metageneration) + 1);
      const amended = { ...record, settings, metageneration, updatedMs: nowMs() };
      return saved(objectsOf(record.bucket), keyOf(record), amended);
    },
    remove: (record) => {
      const retired = state.together(() => {
        objectsOf(record.bucket).delete(keyOf(record));
        return retire(record);
      });
      contents.remove(retired);
    },
    contentOf: contents.pathOf,
    newFile: contents.newFile,
  };
}

function saved<T>(table: Table<T>, key: string, value: T): T {
  table.set(key, value);
  return value;
}

/** No name holds a line break. */
function keyOf({ object, generation, deletedMs }: ObjectRecord): string {
  return deletedMs === null ? object : `${object}\n${generation}`;
}

function findIn(objects: Objects, object: string, generation: string | undefined): ObjectRecord | undefined {
  const live = objects.get(object);
  if (generation === undefined || live?.generation === generation) return live;
  return objects.get(`${object}\n${generation}`);
}

/** Bytes are there before their record is, and go after it: whoever is killed in between leaves no more than a file. */
interface Contents {
  /** Takes away what nobody's record names. */
  sweep(buckets: Table<BucketRecord>, objectsOf: (bucket: string) => Objects): void;
  place(file: string, record: ObjectRecord): void;
  remove(record: ObjectRecord | null): void;
  pathOf(record: ObjectRecord): string;
  newFile(): string;
}

function openContents({ folder }: State): Contents {
  const arriving = join(folder, "storage", "arriving");
  const objects = join(folder, "storage", "objects");
  // What had not arrived when an earlier run ended never will.
  rmSync(arriving, { recursive: true, force: true });
  for (const needed of [arriving, objects]) mkdirSync(needed, { recursive: true });
  const pathOf = ({ generation }: ObjectRecord): string => join(objects, generation);
  return {
    place: (file, record) => renameSync(file, pathOf(record)),
    remove: (record) => {
      if (record !== null) rmSync(pathOf(record), { force: true });
    },
    sweep: (buckets, objectsOf) => {
      const known = Array.from(buckets.entries(), ([bucket]) => Array.from(objectsOf(bucket).entries()));
      const named = new Set(known.flat().map(([, { generation }]) => generation));
      for (const name of readdirSync(objects)) if (!named.has(name)) rmSync(join(objects, name));
    },
    pathOf,
    newFile: () => join(arriving, randomBytes(12).toString("hex")),
  };
}

/** Microseconds, as the service has them, each later than all before: also than those of an earlier run. */
function generationsAfter(
  buckets: Table<BucketRecord>,
  objectsOf: (bucket: string) => Objects,
  nowMs: () => number,
): { next(): string } {
  let last = 0;
  for (const [bucket] of buckets.entries())
    for (const [, { generation }] of objectsOf(bucket).entries()) last = Math.max(last, Number(generation));
  return {
    next() {
      last = Math.max(last + 1, Math.trunc(nowMs() * 1000));
      return String(last);
    },
  };
}

function newRecord({ bucket, object, content, settings }: NewObject, generation: string, nowMs: number): ObjectRecord {
  const { file: _, ...facts } = content;
  return {
    ...facts,
    bucket,
    object,
    generation,
    metageneration: "1",
    createdMs: nowMs,
    updatedMs: nowMs,
    deletedMs: null,
    settings,
  };
}

function amendedBucket(
  before: BucketRecord | undefined,
  wish: Pick<BucketRecord, "bucket" | "project" | "settings">,
  nowMs: number,
): BucketRecord {
  const metageneration = before === undefined ? "1" : String(Number(before.metageneration) + 1);
  return { ...wish, metageneration, createdMs: before?.createdMs ?? nowMs, updatedMs: nowMs };
}

function hasVersions(bucket: BucketRecord | undefined): boolean {
  const versioning = bucket?.settings.versioning;
  return isObject(versioning) && versioning.enabled === true;
}
