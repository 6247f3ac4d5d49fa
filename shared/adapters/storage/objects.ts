import { createHash } from "node:crypto";
import { Failure } from "../../failure.ts";
import type {
  Found,
  Listing,
  ListRequest,
  ObjectPlace,
  ReadRequest,
  Removed,
  RemoveRequest,
  StoredBytes,
  StoredObject,
  WriteRequest,
  Written,
} from "../../ports/bucket.ts";
import { type Asked, type Connection, call, type Reply } from "./call.ts";
import type { Incoming } from "./exchange.ts";
import { multipartBody } from "./multipart.ts";
import type { Intent } from "./refusals.ts";
import { OBJECT_FIELDS, type ObjectResource, parsedObject, parsedPage } from "./resource.ts";

const MAX_RESOURCE_BYTES = 1 << 20;
/** Of a thousand objects. */
const MAX_PAGE_BYTES = 16 << 20;
/** A page may hold nothing, but not for ever. */
const MAX_PAGES = 1_000;

const VIEWER = "roles/storage.objectViewer";
const USER = "roles/storage.objectUser";

export async function headObject(
  bucket: string,
  place: ObjectPlace,
  connection: Connection,
): Promise<Found<StoredObject>> {
  const found = await lookAt(bucket, place, connection);
  return found.status === "found" ? { ...found, value: found.value.stored } : found;
}

async function lookAt(bucket: string, place: ObjectPlace, connection: Connection): Promise<Found<ObjectResource>> {
  const { object, generation } = place;
  const intent = intentTo("look at", VIEWER, { bucket, object });
  const path = objectPath(bucket, object, given({ generation, fields: OBJECT_FIELDS }));
  const reply = await call(getting(path, MAX_RESOURCE_BYTES, intent), connection);
  const { serverTimeMs } = reply;
  if (reply.status === 404) return { status: "missing", serverTimeMs };
  return { status: "found", value: parsedObject(reply.body, intent.place), serverTimeMs };
}

export async function readObject(
  bucket: string,
  { object, generation, range, maxBytes }: ReadRequest,
  connection: Connection,
): Promise<Found<StoredBytes>> {
  const intent = intentTo("read", VIEWER, { bucket, object });
  const path = objectPath(bucket, object, given({ alt: "media", generation }));
  const last = range === undefined ? 0 : range.offset + range.length - 1;
  const headers = range === undefined ? {} : { range: `bytes=${range.offset}-${last}` };
  const asked = getting(path, maxBytes, intent, headers);
  const reply = await call({ ...asked, answers: [404, 416], check: requireUndamaged }, connection);
  const { serverTimeMs, status, body } = reply;
  if (status === 404) return { status: "missing", serverTimeMs };
  if (status === 416) return beyondEnd(bucket, { object, ...given({ generation }) }, connection);
  const bytes = range !== undefined && status === 200 ? body.subarray(range.offset, last + 1) : body;
  return { status: "found", value: { generation: generationOf(reply, intent), bytes }, serverTimeMs };
}

/** Nothing lies there; which generation that is true of has to be asked for. */
async function beyondEnd(bucket: string, place: ObjectPlace, connection: Connection): Promise<Found<StoredBytes>> {
  const head = await headObject(bucket, place, connection);
  if (head.status === "missing") return head;
  return { ...head, value: { generation: head.value.generation, bytes: new Uint8Array(0) } };
}

export async function listObjects(
  bucket: string,
  { prefix, maxObjects }: ListRequest,
  connection: Connection,
): Promise<Listing> {
  const intent = intentTo("list", VIEWER, { bucket, object: prefix });
  const objects: StoredObject[] = [];
  let pageToken: string | undefined;
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const fields = `nextPageToken,items(${OBJECT_FIELDS})`;
    const query = new URLSearchParams(given({ prefix, pageToken, fields }));
    const asked = getting(`/storage/v1/b/${encodeURIComponent(bucket)}/o?${query}`, MAX_PAGE_BYTES, intent);
    const { body, serverTimeMs } = await call({ ...asked, answers: [] }, connection);
    const page = parsedPage(body, intent.place);
    objects.push(...page.objects);
    if (objects.length > maxObjects) throw tooMany(intent.place, maxObjects);
    if (page.nextPage === null) return { objects, serverTimeMs };
    pageToken = page.nextPage;
  }
  throw new Failure("bucket-refused", `The list of ${intent.place} has no end`, {
    fix: "Ask Cloud Storage itself, or the emulator.",
  });
}

export async function writeObject(
  bucket: string,
  { object, bytes, contentType, ifGeneration }: WriteRequest,
  connection: Connection,
): Promise<Written<StoredObject>> {
  const role = ifGeneration === "0" ? "roles/storage.objectCreator" : USER;
  const intent = intentTo("write", role, { bucket, object });
  const md5 = createHash("md5").update(bytes).digest("base64");
  const { body, headers } = multipartBody({ name: object, contentType, md5Hash: md5 }, bytes);
  const query = new URLSearchParams({ uploadType: "multipart", ifGenerationMatch: ifGeneration });
  const path = `/upload/storage/v1/b/${encodeURIComponent(bucket)}/o?${query}`;
  const outgoing = { method: "POST", path, headers, body, maxBytes: MAX_RESOURCE_BYTES } as const;
  const reply = await call({ outgoing, intent, answers: [412] }, connection);
  if (reply.status === 412) return conflictOrOwn({ bucket, object, connection }, reply, (now) => now.md5 === md5);
  const { stored } = parsedObject(reply.body, intent.place);
  return { status: "written", value: stored, serverTimeMs: reply.serverTimeMs };
}

export async function removeObject(
  bucket: string,
  { object, ifGeneration }: RemoveRequest,
  connection: Connection,
): Promise<Removed> {
  const intent = intentTo("remove", USER, { bucket, object });
  const path = objectPath(bucket, object, { ifGenerationMatch: ifGeneration });
  const outgoing = { method: "DELETE", path, headers: {}, maxBytes: MAX_RESOURCE_BYTES } as const;
  const { status, serverTimeMs, isRepeated } = await call({ outgoing, intent, answers: [404, 412] }, connection);
  if (status === 412) return { status: "conflict", serverTimeMs };
  // Where an answer was lost, it was most likely ours that took the object away.
  return { status: status === 404 && !isRepeated ? "missing" : "removed", serverTimeMs };
}

export interface Contested {
  readonly bucket: string;
  readonly object: string;
  readonly connection: Connection;
}

/** A condition that does not hold any more after a lost answer may be our own doing: what is there now tells. */
export async function conflictOrOwn(
  { bucket, object, connection }: Contested,
  { isRepeated, serverTimeMs }: Pick<Reply, "isRepeated" | "serverTimeMs">,
  isOurs: (now: ObjectResource) => boolean,
): Promise<Written<StoredObject>> {
  if (!isRepeated) return { status: "conflict", serverTimeMs };
  const now = await lookAt(bucket, { object }, connection);
  if (now.status === "missing" || !isOurs(now.value)) return { status: "conflict", serverTimeMs: now.serverTimeMs };
  return { status: "written", value: now.value.stored, serverTimeMs: now.serverTimeMs };
}

export function intentTo(verb: string, role: string, { bucket, object }: Pick<Contested, "bucket" | "object">): Intent {
  return { verb, role, place: `gs://${bucket}/${object}` };
}

export function objectPath(bucket: string, object: string, query: Readonly<Record<string, string>>): string {
  return `/storage/v1/b/${encodeURIComponent(bucket)}/o/${encodeURIComponent(object)}?${new URLSearchParams(query)}`;
}

export function given(query: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as Record<string, string>;
}

/** As it is stored: nothing unpacks it on the way. */
const AS_STORED = { "accept-encoding": "gzip" };

function getting(
  path: string,
  maxBytes: number,
  intent: Intent,
  headers: Readonly<Record<string, string>> = {},
): Asked {
  return { outgoing: { method: "GET", path, headers: { ...AS_STORED, ...headers }, maxBytes }, intent, answers: [404] };
}

/** A whole object comes with the MD5 of its bytes, unless it was composed. */
function requireUndamaged({ status, headers, body }: Incoming): void {
  const [, md5] = /(?:^|,)\s*md5=([^,\s]+)/.exec([headers["x-goog-hash"] ?? []].flat().join(",")) ?? [];
  if (status !== 200 || md5 === undefined) return;
  if (createHash("md5").update(body).digest("base64") !== md5) throw new Error("the bytes were damaged on their way");
}

function generationOf({ headers }: Incoming, { place }: Intent): string {
  const generation = headers["x-goog-generation"];
  if (typeof generation === "string" && /^\d{1,19}$/.test(generation)) return generation;
  throw new Failure("bucket-refused", `The answer does not say which generation of ${place} it is`, {
    fix: "Ask Cloud Storage itself, or the emulator.",
  });
}

function tooMany(place: string, maxObjects: number): Failure {
  return new Failure("limit-exceeded", `More than ${maxObjects} objects begin with ${place}`, {
    fix: "Name a prefix that holds one model alone.",
  });
}
