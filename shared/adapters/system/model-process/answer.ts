import type { TensorSpec } from "../../../ports/tensor.ts";
import { GarbledFrame } from "./frame.ts";
import type { Answer } from "./messages.ts";

const CODE = /^[a-z][a-z-]{0,39}$/;
const MAX_CHARACTERS = 10_000;

/** What a model's process says, believed only in the form that it must have. */
export function parseAnswer(said: unknown): Answer {
  const answer = (said ?? {}) as Partial<Record<string, unknown>>;
  const { kind, signature, device, tensorFloat32, version, code, message, fix } = answer;
  if (kind === "predicted") return { kind };
  if (kind === "failed" && isText(code) && CODE.test(code) && isText(message) && isText(fix)) {
    return { kind, code, message: message.slice(0, MAX_CHARACTERS), fix: fix.slice(0, MAX_CHARACTERS) };
  }
  const isDevice = isText(device) && (tensorFloat32 === undefined || typeof tensorFloat32 === "boolean");
  if (kind === "loaded" && isDevice && isText(version) && isSignature(signature)) return answer as unknown as Answer;
  throw new GarbledFrame("it gave an answer of a kind that there is not");
}

function isSignature(value: unknown): boolean {
  const { name, method, inputs, outputs } = (value ?? {}) as Partial<Record<string, unknown>>;
  return isText(name) && isText(method) && isSpecs(inputs) && isSpecs(outputs);
}

function isSpecs(value: unknown): boolean {
  return Array.isArray(value) && value.every(isSpec);
}

function isSpec(value: unknown): boolean {
  const { name, dtype, shape } = (value ?? {}) as Partial<TensorSpec>;
  const isShape = shape === null || (Array.isArray(shape) && shape.every(Number.isSafeInteger));
  return isText(name) && isText(dtype) && isShape;
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
