import { createReadStream } from "node:fs";
import { type Answer, invalid, json, noObject, refusal } from "../answer.ts";
import { type Call, resourceOf } from "../call.ts";
import { isObject, type ObjectRecord, type Settings } from "../state/record.ts";
import { announced, commit } from "../upload/commit.ts";
import { intake } from "../upload/intake.ts";
import { requireConditions } from "./preconditions.ts";
import { objectResource } from "./resource.ts";
import { foundObject } from "./verbs.ts";

const MAX_SOURCES = 32;

export async function copyObject(call: Call): Promise<Answer> {
  return json(objectResource(await copied(call), call.origin));
}

/** Done at once, however large. */
export async function rewriteObject(call: Call): Promise<Answer> {
  const record = await copied(call);
  return json({
    kind: "storage#rewriteResponse",
    totalBytesRewritten: String(record.sizeBytes),
    objectSize: String(record.sizeBytes),
    done: true,
    resource: objectResource(record, call.origin),
  });
}

export async function moveObject(call: Call): Promise<Answer> {
  const record = await copied(call);
  call.store.remove(foundObject(call));
  return json(objectResource(record, call.origin));
}

/** Several objects, one after the other, as one; its MD5 is then nobody's to know. */
export async function composeObject(call: Call): Promise<Answer> {
  const { sourceObjects, destination } = await resourceOf(call);
  if (!Array.isArray(sourceObjects) || sourceObjects.length === 0)
    throw refusal(400, "required", "Required: sourceObjects");
  if (sourceObjects.length > MAX_SOURCES)
    throw invalid("The number of source components provided exceeds the maximum of 32.");
  const sources = sourceObjects.map((source) => sourceOf(call, source));
  const target = named(call, call.object);
  const announcement = announced(target, isObject(destination) ? destination : {});
  const componentCount = sources.reduce((total, record) => total + (record.componentCount ?? 1), 0);
  const content = { ...(await joined(call, sources)), md5: null, componentCount };
  return json(objectResource(commit(target, announcement, content), call.origin));
}

/** The source's preconditions are the source's; the others are the object's that is written. */
async function copied(call: Call): Promise<ObjectRecord> {
  const { into, query, store } = call;
  const sent = await resourceOf(call);
  const generation = query.get("sourceGeneration") ?? undefined;
  const source = store.find({ bucket: call.bucket, object: call.object, generation });
  if (source === undefined) throw noObject(call.bucket, call.object);
  requireConditions(query, source, { of: "Source" });
  const target = named({ ...call, bucket: into!.bucket }, into!.object);
  const announcement = announced(target, Object.keys(sent).length > 0 ? sent : source.settings);
  const { md5, componentCount } = source;
  return commit(target, announcement, { ...(await joined(call, [source])), md5, componentCount });
}

/** As an upload of that name would be asked for. */
function named(call: Call, object: string): Call {
  const query = new URLSearchParams(call.query);
  query.set("name", object);
  return { ...call, query };
}

function sourceOf({ store, bucket }: Call, source: unknown): ObjectRecord {
  const { name, generation, objectPreconditions }: Settings = isObject(source) ? source : {};
  if (typeof name !== "string") throw refusal(400, "required", "Required: sourceObjects.name");
  const found = store.find({
    bucket,
    object: name,
    generation: typeof generation === "string" ? generation : undefined,
  });
  if (found === undefined) throw noObject(bucket, name);
  const { ifGenerationMatch }: Settings = isObject(objectPreconditions) ? objectPreconditions : {};
  if (ifGenerationMatch !== undefined) {
    requireConditions(new URLSearchParams({ ifGenerationMatch: String(ifGenerationMatch) }), found);
  }
  return found;
}

async function joined({ store }: Call, sources: readonly ObjectRecord[]) {
  const arriving = intake(store.newFile());
  for (const source of sources)
    for await (const chunk of createReadStream(store.contentOf(source), { highWaterMark: 1 << 20 }))
      arriving.take(chunk);
  return arriving.complete();
}
