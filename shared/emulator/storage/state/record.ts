/** What a client may say about an object, under the names that the JSON API has for it. */
export type Settings = Readonly<Record<string, unknown>>;

export interface ObjectRecord {
  readonly bucket: string;
  readonly object: string;
  /** Microseconds since 1970, made unique: it grows with every write of any object. */
  readonly generation: string;
  readonly metageneration: string;
  readonly sizeBytes: number;
  readonly crc32c: number;
  /** Base64; null for what was composed of others. */
  readonly md5: string | null;
  readonly componentCount: number | null;
  readonly createdMs: number;
  readonly updatedMs: number;
  /** Since when it is an earlier generation, kept because its bucket has versions. */
  readonly deletedMs: number | null;
  readonly settings: Settings;
}

export interface BucketRecord {
  readonly bucket: string;
  readonly project: string;
  readonly metageneration: string;
  readonly createdMs: number;
  readonly updatedMs: number;
  readonly settings: Settings;
}

/** Bytes that wait in a file of their own to become an object. */
export interface Content {
  readonly file: string;
  readonly sizeBytes: number;
  readonly crc32c: number;
  readonly md5: string | null;
  readonly componentCount: number | null;
}

const OBJECT_SETTINGS = [
  "cacheControl",
  "contentDisposition",
  "contentEncoding",
  "contentLanguage",
  "contentType",
  "customTime",
  "eventBasedHold",
  "metadata",
  "storageClass",
  "temporaryHold",
];

/** What of a resource a client has a say in. */
export function objectSettings(resource: Settings): Settings {
  return Object.fromEntries(Object.entries(resource).filter(([name]) => OBJECT_SETTINGS.includes(name)));
}

/** As PATCH merges: null takes a field away, and `metadata` is merged by its own keys. */
export function patched(settings: Settings, patch: Settings): Settings {
  const merged: Record<string, unknown> = { ...settings };
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete merged[name];
    else merged[name] = isObject(value) ? patched(asObject(merged[name]), value) : value;
  }
  return merged;
}

export function isObject(value: unknown): value is Settings {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function asObject(value: unknown): Settings {
  return isObject(value) ? value : {};
}
