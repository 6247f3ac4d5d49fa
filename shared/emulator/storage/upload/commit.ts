import { rmSync } from "node:fs";
import { type Answer, invalid, json, noBucket, refusal } from "../answer.ts";
import type { Call } from "../call.ts";
import { validObjectName } from "../names.ts";
import { requireConditions } from "../object/preconditions.ts";
import { objectResource } from "../object/resource.ts";
import { type Content, type ObjectRecord, objectSettings, type Settings } from "../state/record.ts";
import type { Announced } from "./announced.ts";
import { requireChecksums } from "./checksums.ts";

/** The object's name from the query or from its resource. Refused before any byte of it where it cannot be stored. */
export function announced(call: Call, sent: Settings): Announced {
  const { bucket, query, store } = call;
  const object = query.get("name") ?? sent.name;
  if (store.bucket(bucket) === undefined) throw noBucket();
  if (typeof object !== "string" || object === "") throw refusal(400, "required", "Required parameter: name");
  if (!validObjectName(object)) throw invalid(`Invalid object name: ${object}`);
  const contentEncoding = query.get("contentEncoding");
  const resource = contentEncoding === null ? sent : { ...sent, contentEncoding };
  const announcement = { bucket, object, resource, query };
  requireWritable(call, announcement);
  return announcement;
}

/** Asked again once the bytes have come: another writer may have come in between. */
export function commit(call: Call, announcement: Announced, content: Content): ObjectRecord {
  const { bucket, object, resource } = announcement;
  try {
    if (call.store.bucket(bucket) === undefined) throw noBucket();
    requireWritable(call, announcement);
    requireChecksums(resource, [call.request.headers["x-goog-hash"] ?? []].flat().join(","), content);
    return call.store.create({ bucket, object, content, settings: objectSettings(resource) });
  } finally {
    // What has been stored has moved on.
    rmSync(content.file, { force: true });
  }
}

export function stored(call: Call, record: ObjectRecord): Answer {
  return json(objectResource(record, call.origin));
}

export function requireUnheld({ bucket, object, settings }: ObjectRecord): void {
  if (settings.temporaryHold !== true && settings.eventBasedHold !== true) return;
  const message = `Object '${bucket}/${object}' is under active hold and cannot be deleted, overwritten or archived.`;
  throw refusal(403, "forbidden", message);
}

function requireWritable({ store }: Call, { bucket, object, query }: Announced): void {
  const before = store.find({ bucket, object });
  requireConditions(query, before);
  if (before !== undefined) requireUnheld(before);
}
