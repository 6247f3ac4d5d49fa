import { createHash } from "node:crypto";
import type { BucketRecord, ObjectRecord } from "../state/record.ts";

/** As the JSON API shows an object: 64-bit numbers as text, checksums in base64. */
export function objectResource(record: ObjectRecord, origin: string): object {
  const { bucket, object, generation, metageneration, createdMs, updatedMs, deletedMs, componentCount } = record;
  const path = `b/${bucket}/o/${encodeURIComponent(object)}`;
  return {
    kind: "storage#object",
    id: `${bucket}/${object}/${generation}`,
    selfLink: `${origin}/storage/v1/${path}`,
    mediaLink: `${origin}/download/storage/v1/${path}?generation=${generation}&alt=media`,
    name: object,
    bucket,
    generation,
    metageneration,
    storageClass: "STANDARD",
    ...record.settings,
    size: String(record.sizeBytes),
    ...(record.md5 === null ? {} : { md5Hash: record.md5 }),
    crc32c: crc32cText(record.crc32c),
    etag: etagOf(record),
    ...(componentCount === null ? {} : { componentCount }),
    timeCreated: iso(createdMs),
    updated: iso(updatedMs),
    timeStorageClassUpdated: iso(createdMs),
    timeFinalized: iso(createdMs),
    ...(deletedMs === null ? {} : { timeDeleted: iso(deletedMs) }),
  };
}

export function bucketResource(record: BucketRecord, origin: string): object {
  const { bucket, metageneration, createdMs, updatedMs } = record;
  return {
    kind: "storage#bucket",
    id: bucket,
    selfLink: `${origin}/storage/v1/b/${bucket}`,
    name: bucket,
    projectNumber: projectNumber(record.project),
    location: "US",
    locationType: "multi-region",
    storageClass: "STANDARD",
    ...record.settings,
    metageneration,
    etag: Buffer.from(metageneration).toString("base64"),
    timeCreated: iso(createdMs),
    updated: iso(updatedMs),
  };
}

/** The response headers that describe what is downloaded. */
export function objectHeaders(record: ObjectRecord): Record<string, string> {
  const { settings, md5, crc32c } = record;
  const hashes = [`crc32c=${crc32cText(crc32c)}`, ...(md5 === null ? [] : [`md5=${md5}`])];
  const headers: Record<string, string> = {
    "content-type": typeof settings.contentType === "string" ? settings.contentType : "application/octet-stream",
    etag: etagOf(record),
    "last-modified": new Date(record.updatedMs).toUTCString(),
    "x-goog-generation": record.generation,
    "x-goog-metageneration": record.metageneration,
    "x-goog-hash": hashes.join(","),
    "x-goog-stored-content-length": String(record.sizeBytes),
    "x-goog-stored-content-encoding": "identity",
    "x-goog-storage-class": "STANDARD",
  };
  const named = { contentEncoding: "content-encoding", cacheControl: "cache-control" };
  for (const [setting, header] of Object.entries(named)) {
    const value = settings[setting];
    if (typeof value === "string" && /^[\x20-\x7e]*$/.test(value)) headers[header] = value;
  }
  return headers;
}

/** Big-endian, as the API writes it. */
export function crc32cText(crc32c: number): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32c);
  return bytes.toString("base64");
}

function etagOf({ generation, metageneration }: ObjectRecord): string {
  return Buffer.from(`${generation}/${metageneration}`).toString("base64");
}

function projectNumber(project: string): string {
  return String(createHash("sha256").update(project).digest().readUIntBE(0, 5));
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
