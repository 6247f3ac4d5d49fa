import { type Answer, refusal } from "../answer.ts";
import type { Call } from "../call.ts";
import { requireConditions } from "./preconditions.ts";
import { objectHeaders } from "./resource.ts";
import { foundObject } from "./verbs.ts";

/** The object's bytes, or a range of them. */
export async function downloadMedia(call: Call): Promise<Answer> {
  const record = foundObject(call);
  requireConditions(call.query, record, { reads: true });
  const { sizeBytes } = record;
  const file = call.store.contentOf(record);
  const headers = { ...objectHeaders(record), "accept-ranges": "bytes" };
  const range = rangeOf(call.request.headers.range, sizeBytes);
  if (range === null) return { status: 200, headers, body: { file, start: 0, end: sizeBytes } };
  const { start, end } = range;
  if (start >= end) throw refusal(416, "requestedRangeNotSatisfiable", "Request range not satisfiable");
  const content = { "content-range": `bytes ${start}-${end - 1}/${sizeBytes}` };
  return { status: 206, headers: { ...headers, ...content }, body: { file, start, end } };
}

/** A single `bytes=a-b`, `bytes=a-` or `bytes=-n`; null for none, and for what the service passes over. */
function rangeOf(header: string | undefined, sizeBytes: number): { start: number; end: number } | null {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "") ?? [];
  if (first === undefined || last === undefined || first + last === "") return null;
  if (first === "") return { start: Math.max(0, sizeBytes - Number(last)), end: Number(last) === 0 ? 0 : sizeBytes };
  const end = last === "" ? sizeBytes : Math.min(Number(last) + 1, sizeBytes);
  return last !== "" && Number(last) < Number(first) ? null : { start: Number(first), end };
}
