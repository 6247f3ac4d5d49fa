import { type Answer, json, noBucket, noObject } from "../answer.ts";
import { type Call, resourceOf } from "../call.ts";
import { type ObjectRecord, objectSettings, patched, type Settings } from "../state/record.ts";
import { requireUnheld } from "../upload/commit.ts";
import { requireConditions } from "./preconditions.ts";
import { objectResource } from "./resource.ts";

/** What the path names, in the generation that the query may name. */
export function foundObject({ store, bucket, object, query }: Call): ObjectRecord {
  if (store.bucket(bucket) === undefined) throw noBucket();
  const record = store.find({ bucket, object, generation: query.get("generation") ?? undefined });
  if (record === undefined) throw noObject(bucket, object);
  return record;
}

export async function getObject(call: Call): Promise<Answer> {
  const record = foundObject(call);
  requireConditions(call.query, record, { reads: true });
  return json(objectResource(record, call.origin));
}

export async function patchObject(call: Call): Promise<Answer> {
  const changes = objectSettings(await resourceOf(call));
  return amended(call, ({ settings }) => patched(settings, changes));
}

/** Other than PATCH: what the new resource leaves out is gone. */
export async function updateObject(call: Call): Promise<Answer> {
  const settings = objectSettings(await resourceOf(call));
  return amended(call, () => settings);
}

export async function deleteObject(call: Call): Promise<Answer> {
  const record = foundObject(call);
  requireConditions(call.query, record);
  requireUnheld(record);
  call.store.remove(record);
  return { status: 204 };
}

function amended(call: Call, settings: (record: ObjectRecord) => Settings): Answer {
  const record = foundObject(call);
  requireConditions(call.query, record);
  return json(objectResource(call.store.amend(record, settings(record)), call.origin));
}
