import type { Downloaded, StoredObject } from "../../ports/bucket.ts";
import { type Asked, attempt, type Connection } from "./call.ts";
import { given, intentTo, objectPath } from "./objects.ts";
import { countTries } from "./pace.ts";
import { unreachableFailure } from "./refusals.ts";

/** One generation's bytes from wherever the connection broke before. */
export async function downloadObject(
  bucket: string,
  { object, generation, sizeBytes }: StoredObject,
  take: (bytes: Uint8Array) => void,
  connection: Connection,
): Promise<Downloaded> {
  const intent = intentTo("read", "roles/storage.objectViewer", { bucket, object });
  const path = objectPath(bucket, object, given({ alt: "media", generation }));
  const tries = countTries(connection.pace);
  let takenBytes = 0;
  const count = (bytes: Uint8Array): void => {
    takenBytes += bytes.length;
    take(bytes);
    tries.advanced();
  };
  for (;;) {
    const from = takenBytes;
    const headers = { "accept-encoding": "gzip", ...given({ range: from === 0 ? undefined : `bytes=${from}-` }) };
    const outgoing = { method: "GET", path, headers, maxBytes: sizeBytes - from, take: count } as const;
    const asked: Asked = { outgoing, intent, answers: [404] };
    const outcome = await attempt(asked, connection);
    if (outcome.kind === "answered") {
      const serverTimeMs = Date.parse(outcome.answer.headers.date ?? "");
      if (outcome.answer.status === 404) return { status: "missing", serverTimeMs };
      if (takenBytes === sizeBytes) return { status: "downloaded", serverTimeMs };
    }
    const setback =
      outcome.kind === "setback"
        ? outcome.setback
        : { reason: "fewer bytes came than the object has", retryAfterMs: 0, isUnheard: false };
    if (!(await tries.again(setback))) throw unreachableFailure(intent, setback.reason, setback.cause);
  }
}
