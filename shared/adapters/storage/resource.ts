import { Failure } from "../../failure.ts";
import type { StoredObject } from "../../ports/bucket.ts";
import type { FileHash } from "../../ports/files.ts";

/** An object, and what our own read-back needs besides. */
export interface ObjectResource {
  readonly stored: StoredObject;
  /** Base64; null for an object that was composed of others. */
  readonly md5: string | null;
}

/** The fields that are asked for where there are many. */
export const OBJECT_FIELDS = "name,size,crc32c,md5Hash,generation,metageneration,updated";

export function parsedObject(body: Uint8Array, place: string): ObjectResource {
  const found = objectOf(parsedJson(body, place));
  if (found === null) throw strange(place);
  return found;
}

export function parsedPage(body: Uint8Array, place: string): { objects: StoredObject[]; nextPage: string | null } {
  const { items = [], nextPageToken = null } = parsedJson(body, place) as Record<string, unknown>;
  if (!Array.isArray(items) || !(nextPageToken === null || typeof nextPageToken === "string")) throw strange(place);
  const objects = items.map(objectOf);
  if (!objects.every((found) => found !== null)) throw strange(place);
  return { objects: objects.map(({ stored }) => stored), nextPage: nextPageToken || null };
}

export function crc32cText(crc32c: number): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32c);
  return bytes.toString("base64");
}

/** Whether what is stored are the bytes that were hashed. */
export function isSame(stored: StoredObject, { crc32c, sizeBytes }: FileHash): boolean {
  return stored.sizeBytes === sizeBytes && stored.crc32c === crc32c;
}

function objectOf(value: unknown): ObjectResource | null {
  if (typeof value !== "object" || value === null) return null;
  const fields = value as Record<string, unknown>;
  const { name, size, crc32c, md5Hash, generation, metageneration, updated } = fields;
  const sizeBytes = Number(size);
  const updatedMs = Date.parse(String(updated));
  const isWhole =
    typeof name === "string" &&
    /^\d{1,16}$/.test(String(size)) &&
    Number.isSafeInteger(sizeBytes) &&
    isCounted(generation) &&
    isCounted(metageneration) &&
    !Number.isNaN(updatedMs);
  if (!isWhole) return null;
  const stored = { object: name, sizeBytes, crc32c: crc32cOf(crc32c), generation, metageneration, updatedMs };
  return { stored, md5: typeof md5Hash === "string" ? md5Hash : null };
}

function isCounted(value: unknown): value is string {
  return typeof value === "string" && /^\d{1,19}$/.test(value);
}

function crc32cOf(value: unknown): number | null {
  const bytes = Buffer.from(typeof value === "string" ? value : "", "base64");
  return bytes.length === 4 ? bytes.readUInt32BE(0) : null;
}

function parsedJson(body: Uint8Array, place: string): object {
  try {
    const value: unknown = JSON.parse(Buffer.from(body).toString("utf8"));
    if (typeof value === "object" && value !== null) return value;
  } catch {
    // Said below.
  }
  throw strange(place);
}

function strange(place: string): Failure {
  return new Failure("bucket-refused", `What was answered about ${place} describes no object`, {
    fix: "Ask Cloud Storage itself, or the emulator.",
  });
}
