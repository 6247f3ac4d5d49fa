import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import { isIsoDate } from "./iso-date.ts";
import type { JsonSchema } from "./json-schema.ts";

/** Every rule that a value breaks, or the first alone. */
export type Rules = (value: unknown) => readonly ErrorObject[];

export interface Compiled {
  readonly whole: Rules;
  /** A definition by the reference that a union names it by. */
  readonly branch: (reference: string) => Rules | undefined;
}

export const AJV_OPTIONS = {
  strict: true,
  allowUnionTypes: true,
  useDefaults: true,
  verbose: true,
  formats: { date: isIsoDate },
  // Our own schemas are held against JSON Schema's own by a test, and each of their parts is compiled once.
  validateSchema: false,
  meta: false,
  inlineRefs: false,
  messages: false,
} as const;

const compiled = { all: new WeakMap<JsonSchema, Compiled>(), first: new WeakMap<JsonSchema, Compiled>() };

/** Takes longer than Node's own start, so it waits for the first document; in a bundle it is done beforehand. */
export function compile(schema: JsonSchema, report: "all" | "first"): Compiled {
  const known = compiled[report].get(schema);
  if (known !== undefined) return known;
  const ajv = new Ajv2020({ ...AJV_OPTIONS, allErrors: report === "all", code: { optimize: false } });
  const whole = ajv.compile(schema);
  const fresh: Compiled = {
    whole: rulesOf(whole),
    branch: (reference) => {
      const branch = ajv.getSchema(`${schema.$id ?? ""}${reference}`);
      return branch && rulesOf(branch);
    },
  };
  compiled[report].set(schema, fresh);
  return fresh;
}

type Validate = ((value: unknown) => unknown) & { errors?: readonly ErrorObject[] | null };

export function rulesOf(validate: Validate): Rules {
  return (value) => (validate(value) ? [] : (validate.errors ?? []));
}
