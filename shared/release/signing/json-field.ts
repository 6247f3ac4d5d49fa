import { Failure } from "../../failure.ts";
import type { Json, JsonObject } from "./strict-json.ts";

/** One place of a document: its value, and the name that a message gives it. */
export interface Field {
  readonly value: Json | undefined;
  readonly where: string;
}

export function fieldOf({ value, where }: Field, key: string): Field {
  return { value: isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined, where: `${where}.${key}` };
}

export function objectOf(field: Field): JsonObject {
  return isObject(field.value) ? field.value : mismatch(field, "an object");
}

export function stringOf(field: Field): string {
  return typeof field.value === "string" ? field.value : mismatch(field, "a string");
}

export function arrayOf(field: Field): readonly Field[] {
  if (!Array.isArray(field.value)) return mismatch(field, "an array");
  return field.value.map((value: Json, index) => ({ value, where: `${field.where}[${index}]` }));
}

/** Protobuf's JSON writes an absent field as null or leaves it out. */
export function isAbsent({ value }: Field): boolean {
  return value === undefined || value === null;
}

/** Either alphabet, as DSSE allows, but only the one spelling that decodes to these bytes. */
export function bytesOf(field: Field): Uint8Array {
  const text = stringOf(field);
  const bytes = Buffer.from(text, "base64");
  const urlSafe = bytes.toString("base64url");
  const padded = urlSafe.padEnd(Math.ceil(urlSafe.length / 4) * 4, "=");
  if (text === bytes.toString("base64") || text === padded || text === urlSafe) return bytes;
  return mismatch(field, "strict base64");
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function mismatch(field: Field, expected: string): never {
  const found = field.value === undefined ? "is missing" : `is not ${expected}`;
  throw new Failure("signature-unreadable", `${field.where} ${found}`, {
    fix: "Sign the artifact again, and keep the bundle as the signer wrote it.",
  });
}
