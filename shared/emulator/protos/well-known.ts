import type { Message, Value } from "./json.ts";
import { misfit } from "./misfit.ts";

/** A message that JSON writes in a form of its own. */
interface WellKnown {
  fromFields(fields: Message): Value;
  toFields(value: Value, name: string): Message;
}

/** Null for a message that JSON writes as an object of its fields. */
export function wellKnown(type: string): WellKnown | null {
  return Object.hasOwn(FORMS, type) ? FORMS[type as keyof typeof FORMS] : null;
}

const wrapper: WellKnown = {
  fromFields: ({ value }) => value ?? 0,
  toFields: (value) => ({ value }),
};

const FORMS = {
  "google.protobuf.Timestamp": {
    fromFields: ({ seconds = "0", nanos = 0 }) => timestampText(Number(seconds), Number(nanos)),
    toFields: timestampFields,
  },
  "google.protobuf.Duration": {
    fromFields: ({ seconds = "0", nanos = 0 }) => `${Number(seconds) + Number(nanos) / 1e9}s`,
    toFields: durationFields,
  },
  "google.protobuf.FieldMask": {
    fromFields: ({ paths = [] }) => (paths as readonly string[]).map(camelCase).join(","),
    toFields(value, name) {
      if (typeof value !== "string") throw misfit(name, value, "a list of fields with commas between them");
      return { paths: value === "" ? [] : value.split(",").map(snakeCase) };
    },
  },
  "google.protobuf.Struct": {
    fromFields: ({ fields = {} }) => fields,
    toFields(value, name) {
      if (!isMessage(value)) throw misfit(name, value, "an object");
      return { fields: value };
    },
  },
  "google.protobuf.ListValue": {
    fromFields: ({ values = [] }) => values,
    toFields(value, name) {
      if (!Array.isArray(value)) throw misfit(name, value, "a list");
      return { values: value };
    },
  },
  "google.protobuf.Value": { fromFields: plainValue, toFields: valueFields },
  "google.protobuf.DoubleValue": wrapper,
  "google.protobuf.FloatValue": wrapper,
  "google.protobuf.Int64Value": wrapper,
  "google.protobuf.Int32Value": wrapper,
  "google.protobuf.BoolValue": wrapper,
  "google.protobuf.StringValue": wrapper,
} as const satisfies Record<string, WellKnown>;

/** The kinds are tried by what is there: most values are numbers. */
function plainValue({ numberValue, stringValue, boolValue, listValue, structValue }: Message): Value {
  return numberValue ?? listValue ?? stringValue ?? structValue ?? boolValue ?? null;
}

function valueFields(value: Value): Message {
  if (typeof value === "number") return { numberValue: value };
  if (typeof value === "string") return { stringValue: value };
  if (typeof value === "boolean") return { boolValue: value };
  if (value === null) return { nullValue: "NULL_VALUE" };
  return Array.isArray(value) ? { listValue: value } : { structValue: value };
}

function timestampText(seconds: number, nanos: number): string {
  const whole = new Date(seconds * 1000).toISOString().slice(0, 19);
  return nanos === 0 ? `${whole}Z` : `${whole}.${String(nanos).padStart(9, "0").replace(/0+$/, "")}Z`;
}

function timestampFields(value: Value, name: string): Message {
  const text = typeof value === "string" ? value : "";
  const [, whole, fraction = ""] = /^(\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?[Zz]$/.exec(text) ?? [];
  const ms = Date.parse(`${whole}Z`);
  if (Number.isNaN(ms)) throw misfit(name, value, "a time such as 2026-07-01T12:00:00Z");
  return { seconds: String(ms / 1000), nanos: Number(fraction.padEnd(9, "0")) };
}

function durationFields(value: Value, name: string): Message {
  const [, sign, whole, fraction = ""] = /^(-?)(\d{1,12})(?:\.(\d{1,9}))?s$/.exec(String(value)) ?? [];
  if (whole === undefined) throw misfit(name, value, "a duration such as 1.5s");
  return { seconds: `${sign}${whole}`, nanos: Number(`${sign}${fraction.padEnd(9, "0")}`) };
}

function camelCase(path: string): string {
  return path.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function snakeCase(path: string): string {
  return path.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export function isMessage(value: unknown): value is Message {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
