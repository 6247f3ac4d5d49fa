import type { StoredObject, UploadRequest, Written } from "../../ports/bucket.ts";
import { type Asked, attempt, type Connection, call, type Outcome } from "./call.ts";
import type { Incoming, OutgoingStream } from "./exchange.ts";
import { conflictOrOwn, intentTo } from "./objects.ts";
import { countTries, type Setback } from "./pace.ts";
import { type Intent, unreachableFailure } from "./refusals.ts";
import { isSame, type ObjectResource, parsedObject } from "./resource.ts";

const MAX_RESOURCE_BYTES = 1 << 20;
const CHUNK_BYTES = 1 << 20;
const CONTENT_TYPE = "application/octet-stream";
/** Completed, taken by another, to be gone on with, or forgotten by the service. */
const ANSWERS = [308, 404, 410, 412, 499];

interface Upload {
  readonly bucket: string;
  readonly request: UploadRequest;
  readonly intent: Intent;
  readonly connection: Connection;
}

/** All bytes in one request; where that breaks, the service is asked how far it came, and gets the rest. */
export async function uploadInParts(
  bucket: string,
  request: UploadRequest,
  connection: Connection,
): Promise<Written<StoredObject>> {
  const intent = intentTo("upload", "roles/storage.objectCreator", { bucket, object: request.object });
  const upload = { bucket, request, intent, connection };
  const tries = countTries(connection.pace);
  const progress = forwardOnly(request);
  let session: string | null = null;
  let persistedBytes = 0;
  let isRepeated = false;
  for (;;) {
    if (session === null) {
      const begun = await begin(upload);
      if (begun.session === null) return conflict(upload, begun.serverTimeMs, isRepeated);
      session = begun.session;
      persistedBytes = 0;
    }
    const step: Step = await sendFrom(upload, { session, persistedBytes, progress });
    if (step.kind === "stored") return step.written;
    if (step.kind === "conflict") return conflict(upload, step.serverTimeMs, isRepeated);
    isRepeated = true;
    if (step.kind === "gone") session = null;
    else if (step.persistedBytes > persistedBytes) tries.advanced();
    if (step.kind === "partly") persistedBytes = step.persistedBytes;
    if (!(await tries.again(step.setback))) throw unreachableFailure(intent, step.setback.reason, step.setback.cause);
  }
}

type Step =
  | { readonly kind: "stored"; readonly written: Written<StoredObject> }
  | { readonly kind: "conflict"; readonly serverTimeMs: number }
  | { readonly kind: "partly"; readonly persistedBytes: number; readonly setback: Setback }
  | { readonly kind: "gone"; readonly setback: Setback };

interface Begun {
  /** Null where the object is there already. */
  readonly session: string | null;
  readonly serverTimeMs: number;
}

async function begin({ bucket, request: { object, source }, intent, connection }: Upload): Promise<Begun> {
  const query = new URLSearchParams({ uploadType: "resumable", ifGenerationMatch: "0", name: object });
  const path = `/upload/storage/v1/b/${encodeURIComponent(bucket)}/o?${query}`;
  const headers = {
    "content-type": "application/json; charset=UTF-8",
    "x-upload-content-type": CONTENT_TYPE,
    "x-upload-content-length": String(source.sizeBytes),
  };
  const body = Buffer.from(JSON.stringify({ contentType: CONTENT_TYPE }));
  const outgoing = { method: "POST", path, headers, body, maxBytes: MAX_RESOURCE_BYTES } as const;
  const { status, serverTimeMs, headers: answered } = await call({ outgoing, intent, answers: [412] }, connection);
  if (status === 412) return { session: null, serverTimeMs };
  // The host that it names is not followed: our credentials are for the one that was asked.
  const place = URL.parse(answered.location ?? "", "http://unknown");
  return { session: `${place?.pathname ?? ""}${place?.search ?? ""}`, serverTimeMs };
}

interface Position {
  readonly session: string;
  readonly persistedBytes: number;
  readonly progress: (sentBytes: number) => void;
}

async function sendFrom(upload: Upload, position: Position): Promise<Step> {
  const { source } = upload.request;
  const { session: path, persistedBytes } = position;
  const range = `bytes ${persistedBytes}-${source.sizeBytes - 1}/${source.sizeBytes}`;
  const body = rest(upload, position);
  const outgoing = {
    method: "PUT",
    path,
    headers: { "content-range": range },
    body,
    maxBytes: MAX_RESOURCE_BYTES,
  } as const;
  const sent = await attempt({ outgoing, intent: upload.intent, answers: ANSWERS }, upload.connection);
  const step = stepOf(upload, sent);
  return step ?? whereItIs(upload, position, setbackOf(sent));
}

/** The bytes that the service does not have: first those that were read before a cut, then those that were not. */
function rest({ request: { source } }: Upload, { persistedBytes, progress }: Position): OutgoingStream {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    let at = persistedBytes;
    for (; at < source.readBytes; ) {
      const chunk = await source.again(at, Math.min(CHUNK_BYTES, source.readBytes - at));
      at += chunk.length;
      yield chunk;
    }
    for (let chunk = await source.next(); chunk.length > 0; chunk = await source.next()) {
      at += chunk.length;
      yield chunk;
      progress(at);
    }
  }
  return { sizeBytes: source.sizeBytes - persistedBytes, chunks };
}

async function whereItIs(upload: Upload, { session: path }: Position, setback: Setback): Promise<Step> {
  const headers = { "content-range": `bytes */${upload.request.source.sizeBytes}` };
  const outgoing = { method: "PUT", path, headers, maxBytes: MAX_RESOURCE_BYTES } as const;
  const asked: Asked = { outgoing, intent: upload.intent, answers: ANSWERS };
  const reply = await call(asked, upload.connection);
  const known = stepOf(upload, { kind: "answered", answer: reply });
  if (known !== null) return known;
  const persistedBytes = persistedIn(reply);
  const { readBytes, sizeBytes } = upload.request.source;
  // More than was ever sent, or all of it and yet no object: nothing can follow that.
  const isPossible = persistedBytes <= readBytes && persistedBytes < sizeBytes;
  return isPossible ? { kind: "partly", persistedBytes, setback } : { kind: "gone", setback };
}

/** Null where the service has to be asked how far it is. */
function stepOf({ intent }: Upload, outcome: Outcome): Step | null {
  if (outcome.kind === "setback") return null;
  const { answer } = outcome;
  const serverTimeMs = Date.parse(answer.headers.date ?? "");
  if (answer.status === 412) return { kind: "conflict", serverTimeMs };
  if (answer.status === 308) return null;
  if (answer.status >= 400) return { kind: "gone", setback: setbackOf(outcome) };
  return {
    kind: "stored",
    written: { status: "written", value: parsedObject(answer.body, intent.place).stored, serverTimeMs },
  };
}

function setbackOf(outcome: Outcome): Setback {
  if (outcome.kind === "setback") return outcome.setback;
  const reason = outcome.answer.status === 308 ? "the service did not take all bytes" : "the upload was forgotten";
  return { reason, retryAfterMs: 0, isUnheard: false };
}

function persistedIn({ headers }: Incoming): number {
  const [, last] = /^bytes=0-(\d{1,15})$/.exec([headers.range ?? []].flat().join("")) ?? [];
  return last === undefined ? 0 : Number(last) + 1;
}

/** Whether another took the name or a lost answer of ours did, only the bytes can tell: what was read is compared. */
async function conflict(upload: Upload, serverTimeMs: number, isRepeated: boolean): Promise<Written<StoredObject>> {
  const { bucket, request, connection } = upload;
  const { source, object } = request;
  const isWhole = source.readBytes === source.sizeBytes;
  const isOurs = ({ stored }: ObjectResource): boolean => isSame(stored, source.hash());
  return conflictOrOwn({ bucket, object, connection }, { isRepeated: isRepeated && isWhole, serverTimeMs }, isOurs);
}

function forwardOnly({ onProgress }: UploadRequest): (sentBytes: number) => void {
  let most = 0;
  return (sentBytes) => {
    if (sentBytes <= most) return;
    most = sentBytes;
    onProgress?.(sentBytes);
  };
}
