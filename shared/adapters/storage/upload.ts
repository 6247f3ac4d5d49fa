import { Failure } from "../../failure.ts";
import type { StoredObject, UploadedObject, UploadRequest, Written } from "../../ports/bucket.ts";
import type { FileHash } from "../../ports/files.ts";
import { type Connection, call } from "./call.ts";
import { multipartBody } from "./multipart.ts";
import { conflictOrOwn, intentTo, removeObject } from "./objects.ts";
import { crc32cText, isSame, parsedObject } from "./resource.ts";
import { uploadInParts } from "./resumable.ts";

/** What is smaller goes in one request, which carries its checksum ahead of it. */
const WHOLE_BYTES = 8 << 20;
const MAX_RESOURCE_BYTES = 1 << 20;
const CONTENT_TYPE = "application/octet-stream";

/** Never over what is there. What was stored is what was read: the service's checksum has to be ours. */
export async function uploadObject(
  bucket: string,
  request: UploadRequest,
  connection: Connection,
): Promise<Written<UploadedObject>> {
  const isSmall = request.source.sizeBytes <= WHOLE_BYTES;
  const written = isSmall
    ? await uploadWhole(bucket, request, connection)
    : await uploadInParts(bucket, request, connection);
  if (written.status === "conflict") return written;
  const stored = written.value;
  const hash = await hashOrWithdraw({ bucket, stored, connection }, request);
  return { ...written, value: { stored, hash } };
}

async function uploadWhole(
  bucket: string,
  { object, source, onProgress }: UploadRequest,
  connection: Connection,
): Promise<Written<StoredObject>> {
  const intent = intentTo("upload", "roles/storage.objectCreator", { bucket, object });
  const bytes = new Uint8Array(source.sizeBytes);
  let readBytes = 0;
  for (let chunk = await source.next(); chunk.length > 0; chunk = await source.next()) {
    bytes.set(chunk, readBytes);
    readBytes += chunk.length;
  }
  const crc32c = crc32cText(source.hash().crc32c);
  const { body, headers } = multipartBody({ name: object, contentType: CONTENT_TYPE, crc32c }, bytes);
  const query = new URLSearchParams({ uploadType: "multipart", ifGenerationMatch: "0" });
  const path = `/upload/storage/v1/b/${encodeURIComponent(bucket)}/o?${query}`;
  const outgoing = { method: "POST", path, headers, body, maxBytes: MAX_RESOURCE_BYTES } as const;
  const reply = await call({ outgoing, intent, answers: [412] }, connection);
  if (reply.status === 412)
    return conflictOrOwn({ bucket, object, connection }, reply, (now) => isSame(now.stored, source.hash()));
  onProgress?.(source.sizeBytes);
  return { status: "written", value: parsedObject(reply.body, intent.place).stored, serverTimeMs: reply.serverTimeMs };
}

interface Stored {
  readonly bucket: string;
  readonly stored: StoredObject;
  readonly connection: Connection;
}

/** A file that changed while it was read, or bytes that changed on their way, must not stay under that name. */
async function hashOrWithdraw(
  { bucket, stored, connection }: Stored,
  { object, source }: UploadRequest,
): Promise<FileHash> {
  try {
    const hash = source.hash();
    if (isSame(stored, hash)) return hash;
    throw new Failure("bucket-unreachable", `gs://${bucket}/${object} was damaged on its way, and withdrawn`, {
      fix: "Run again; if it lasts, look for what stands between this machine and the bucket.",
    });
  } catch (error) {
    await removeObject(bucket, { object, ifGeneration: stored.generation }, connection);
    throw error;
  }
}
