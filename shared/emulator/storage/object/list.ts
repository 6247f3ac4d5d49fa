import { type Answer, invalid, json, noBucket } from "../answer.ts";
import type { Call } from "../call.ts";
import { compareNames } from "../names.ts";
import type { ObjectRecord } from "../state/record.ts";
import { objectResource } from "./resource.ts";

const MAX_RESULTS = 1000;

/** An object, or the beginning of a name that several objects share up to the delimiter. */
interface Line {
  readonly name: string;
  readonly record: ObjectRecord | null;
}

export async function listObjects(call: Call): Promise<Answer> {
  const { store, bucket, query, origin } = call;
  if (store.bucket(bucket) === undefined) throw noBucket();
  const lines = linesOf(store.objects(bucket), query);
  const start = startAfter(lines, query.get("pageToken"));
  const page = lines.slice(start, start + maxResults(query));
  const last = page.at(-1);
  return json({
    kind: "storage#objects",
    ...(last !== undefined && start + page.length < lines.length ? { nextPageToken: tokenOf(last) } : {}),
    ...nonEmpty(
      "prefixes",
      page.flatMap(({ name, record }) => (record === null ? [name] : [])),
    ),
    ...nonEmpty(
      "items",
      page.flatMap(({ record }) => (record === null ? [] : [objectResource(record, origin)])),
    ),
  });
}

function linesOf(objects: readonly ObjectRecord[], query: URLSearchParams): readonly Line[] {
  const prefix = query.get("prefix") ?? "";
  const [startOffset, endOffset] = [query.get("startOffset"), query.get("endOffset")];
  const wanted = objects
    .filter(
      ({ object, deletedMs }) => object.startsWith(prefix) && (deletedMs === null || query.get("versions") === "true"),
    )
    .filter(({ object }) => startOffset === null || compareNames(object, startOffset) >= 0)
    .filter(({ object }) => endOffset === null || compareNames(object, endOffset) < 0)
    .sort(byNameAndGeneration);
  return folded(wanted, query, prefix);
}

function byNameAndGeneration(one: ObjectRecord, other: ObjectRecord): number {
  return compareNames(one.object, other.object) || Number(one.generation) - Number(other.generation);
}

function folded(records: readonly ObjectRecord[], query: URLSearchParams, prefix: string): readonly Line[] {
  const delimiter = query.get("delimiter");
  if (delimiter === null || delimiter === "") return records.map((record) => ({ name: record.object, record }));
  const keepsTrailing = query.get("includeTrailingDelimiter") === "true";
  const lines: Line[] = [];
  const prefixes = new Set<string>();
  for (const record of records) {
    const at = record.object.indexOf(delimiter, prefix.length);
    const shared = at < 0 ? null : record.object.slice(0, at + delimiter.length);
    const isFirst = shared !== null && !prefixes.has(shared);
    if (isFirst) lines.push({ name: shared, record: null });
    if (shared !== null) prefixes.add(shared);
    if (shared === null || (keepsTrailing && shared === record.object)) lines.push({ name: record.object, record });
  }
  return lines;
}

/** A token says which line came last, so that objects that come and go meanwhile shift nothing. */
function tokenOf({ name, record }: Line): string {
  return Buffer.from(JSON.stringify([name, record?.generation ?? null])).toString("base64url");
}

function startAfter(lines: readonly Line[], token: string | null): number {
  if (token === null || token === "") return 0;
  const [name, generation] = parsedToken(token);
  const isAfter = ({ name: found, record }: Line): boolean => {
    const order = compareNames(found, name);
    return order > 0 || (order === 0 && Number(record?.generation ?? 0) > Number(generation ?? 0));
  };
  const at = lines.findIndex(isAfter);
  return at < 0 ? lines.length : at;
}

function parsedToken(token: string): readonly [name: string, generation: string | null] {
  try {
    const [name, generation] = JSON.parse(Buffer.from(token, "base64url").toString("utf8"));
    if (typeof name === "string" && (generation === null || typeof generation === "string")) return [name, generation];
  } catch {
    // Said below.
  }
  throw invalid("Invalid argument: pageToken");
}

function maxResults(query: URLSearchParams): number {
  const asked = query.get("maxResults");
  if (asked === null) return MAX_RESULTS;
  if (!/^\d{1,9}$/.test(asked)) throw invalid(`Invalid unsigned integer value: '${asked}'.`);
  return Math.min(Number(asked) || MAX_RESULTS, MAX_RESULTS);
}

function nonEmpty(name: string, values: readonly unknown[]): object {
  return values.length === 0 ? {} : { [name]: values };
}
