import { type Answer, invalid, json, noBucket, refusal } from "./answer.ts";
import { type Call, resourceOf } from "./call.ts";
import { compareNames, validBucketName } from "./names.ts";
import { requireConditions } from "./object/preconditions.ts";
import { bucketResource } from "./object/resource.ts";
import { type BucketRecord, patched, type Settings } from "./state/record.ts";

/** What the service decides by itself. */
const OWN = ["kind", "id", "selfLink", "name", "projectNumber", "metageneration", "etag", "timeCreated", "updated"];

export async function listBuckets({ store, query, origin }: Call): Promise<Answer> {
  const [project, prefix = ""] = [query.get("project"), query.get("prefix") ?? ""];
  const items = store
    .buckets()
    .filter((record) => record.project === project && record.bucket.startsWith(prefix))
    .sort((one, other) => compareNames(one.bucket, other.bucket))
    .map((record) => bucketResource(record, origin));
  return json({ kind: "storage#buckets", ...(items.length === 0 ? {} : { items }) });
}

export async function createBucket(call: Call): Promise<Answer> {
  const { name, ...sent } = await resourceOf(call);
  if (typeof name !== "string") throw refusal(400, "required", "Required parameter: name");
  if (!validBucketName(name)) throw invalid(`Invalid bucket name: '${name}'`);
  if (call.store.bucket(name) !== undefined) {
    const message = "Your previous request to create the named bucket succeeded and you already own it.";
    throw refusal(409, "conflict", message);
  }
  const project = call.query.get("project") ?? "";
  return shown(call, call.store.saveBucket({ bucket: name, project, settings: settingsOf(sent) }));
}

export async function getBucket(call: Call): Promise<Answer> {
  const record = foundBucket(call);
  requireConditions(call.query, record, { reads: true });
  return shown(call, record);
}

export async function patchBucket(call: Call): Promise<Answer> {
  const sent = await resourceOf(call);
  const record = foundBucket(call);
  requireConditions(call.query, record);
  return shown(call, call.store.saveBucket({ ...record, settings: patched(record.settings, settingsOf(sent)) }));
}

export async function deleteBucket(call: Call): Promise<Answer> {
  const record = foundBucket(call);
  requireConditions(call.query, record);
  if (call.store.objects(call.bucket).length > 0)
    throw refusal(409, "conflict", "The bucket you tried to delete is not empty.");
  call.store.removeBucket(call.bucket);
  return { status: 204 };
}

/** Whoever asks here may do everything. */
export async function testPermissions(call: Call): Promise<Answer> {
  foundBucket(call);
  return json({ kind: "storage#testIamPermissionsResponse", permissions: call.query.getAll("permissions") });
}

function foundBucket({ store, bucket }: Call): BucketRecord {
  const record = store.bucket(bucket);
  if (record === undefined) throw noBucket();
  return record;
}

function settingsOf(sent: Settings): Settings {
  return Object.fromEntries(Object.entries(sent).filter(([name]) => !OWN.includes(name)));
}

function shown({ origin }: Call, record: BucketRecord): Answer {
  return json(bucketResource(record, origin));
}
