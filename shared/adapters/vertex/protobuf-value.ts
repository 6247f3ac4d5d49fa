import type { google } from "@google-cloud/aiplatform/build/protos/protos.js";

type Value = google.protobuf.IValue;

/** Deeper nests no tensor that is served; the library's own reader stops here too. */
const MAX_DEPTH = 64;

/** A JSON value as gRPC carries it. The package's own `helpers` lose what is no object. */
export function toValue(json: unknown, depth = 0): Value {
  if (depth > MAX_DEPTH) throw new RangeError(`An instance is nested more than ${MAX_DEPTH} deep`);
  if (json === null || json === undefined) return { nullValue: "NULL_VALUE" };
  if (typeof json === "number") return { numberValue: json };
  if (typeof json === "bigint") return { numberValue: Number(json) };
  if (typeof json === "string") return { stringValue: json };
  if (typeof json === "boolean") return { boolValue: json };
  if (Array.isArray(json)) return { listValue: { values: json.map((item) => toValue(item, depth + 1)) } };
  const members = Object.entries(json).map(([name, member]) => [name, toValue(member, depth + 1)] as const);
  return { structValue: { fields: Object.fromEntries(members) } };
}

/** The JSON value that gRPC carried; NaN and the infinities stay what they are. */
export function fromValue(value: Value, depth = 0): unknown {
  if (depth > MAX_DEPTH) throw new RangeError(`A prediction is nested more than ${MAX_DEPTH} deep`);
  if (value.numberValue !== undefined && value.numberValue !== null) return value.numberValue;
  if (value.stringValue !== undefined && value.stringValue !== null) return value.stringValue;
  if (value.boolValue !== undefined && value.boolValue !== null) return value.boolValue;
  if (value.listValue) return (value.listValue.values ?? []).map((item) => fromValue(item, depth + 1));
  if (!value.structValue) return null;
  const fields = Object.entries(value.structValue.fields ?? {});
  // Not an assignment: a member may be called __proto__.
  return Object.fromEntries(fields.map(([name, member]) => [name, fromValue(member, depth + 1)]));
}
