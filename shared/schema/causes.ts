import type { ErrorObject } from "ajv/dist/2020.js";
import { enumerated, type JsonSchema, resolve } from "./json-schema.ts";
import { nearest } from "./nearest.ts";
import { parentOf, pointerTo } from "./source.ts";

/** One reason why a document does not fit its schema. */
export interface Cause {
  /** The value at fault; for a key at fault, the mapping that holds it. */
  readonly pointer: string;
  /** JSON Schema's keyword, or `union` when no branch of an anyOf comes near. */
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly schema: JsonSchema;
  readonly given: unknown;
  /** The key at fault, when the rule is about the key itself. */
  readonly key?: string;
}

type Try = (branch: JsonSchema, value: unknown) => readonly ErrorObject[];

// Where one value breaks several rules, the first of these says most.
const TELLING = ["type", "union", "const", "enum", "format", "pattern"];

/** ajv tells every rule that failed, and for a union every branch; a person wants each slip once. */
export function causesOf(errors: readonly ErrorObject[], root: JsonSchema, tryBranch: Try): readonly Cause[] {
  return onePerValue(withoutEchoes(collect(errors, root, tryBranch)));
}

function collect(errors: readonly ErrorObject[], root: JsonSchema, tryBranch: Try): readonly Cause[] {
  const causes: Cause[] = [];
  for (const error of errors) {
    const cause = causeOf(error);
    if (error.keyword === "anyOf") {
      popWhile(causes, (inner) => within(inner, cause.pointer));
      causes.push(...closestBranch(cause, root, tryBranch));
    } else if (error.keyword === "propertyNames") {
      const key: string = error.params.propertyName;
      const [why = cause] = popWhile(causes, (inner) => inner.pointer === cause.pointer && inner.given === key);
      causes.push({ ...why, key });
    } else causes.push(cause);
  }
  return causes;
}

function causeOf({ instancePath, keyword, params, parentSchema, data }: ErrorObject): Cause {
  const cause = { pointer: instancePath, keyword, params, schema: (parentSchema ?? {}) as JsonSchema, given: data };
  const unknown: unknown = params.additionalProperty;
  return typeof unknown === "string" ? { ...cause, key: unknown } : cause;
}

/** ajv reports a union, and a key's rule, right after all errors inside it. */
function popWhile(causes: Cause[], inside: (cause: Cause) => boolean): readonly Cause[] {
  const from = causes.findLastIndex((cause) => !inside(cause)) + 1;
  return causes.splice(from);
}

function within({ pointer }: Cause, outer: string): boolean {
  return pointer === outer || pointer.startsWith(`${outer}/`);
}

/** The branch that a person was most likely writing: the one that knows most of the keys, then the fewest errors. */
function closestBranch(union: Cause, root: JsonSchema, tryBranch: Try): readonly Cause[] {
  const branches = union.schema.anyOf ?? [];
  const allowedValues = enumerated(root, union.schema);
  if (allowedValues.length > 0) return [{ ...union, keyword: "enum", params: { allowedValues } }];
  const candidates = branches
    .map((branch) => ({
      known: knownKeys(resolve(root, branch), union.given),
      errors: tryBranch(branch, union.given),
    }))
    .filter(
      ({ known, errors }) =>
        known !== 0 && !errors.some((error) => error.instancePath === "" && error.keyword === "type"),
    )
    .toSorted((a, b) => b.known - a.known || a.errors.length - b.errors.length);
  if (candidates.length === 0) return [{ ...union, keyword: "union" }];
  return collect(candidates[0]!.errors, root, tryBranch).map((cause) => ({
    ...cause,
    pointer: union.pointer + cause.pointer,
  }));
}

/** −1 for what has no keys at all. */
function knownKeys(branch: JsonSchema, given: unknown): number {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return -1;
  return Object.keys(given).filter((key) => branch.properties !== undefined && Object.hasOwn(branch.properties, key))
    .length;
}

function onePerValue(causes: readonly Cause[]): readonly Cause[] {
  const most = new Map<string, Cause>();
  for (const cause of causes) {
    const missing = cause.keyword === "required" ? String(cause.params.missingProperty) : "";
    const place = JSON.stringify([cause.pointer, cause.key, missing]);
    const known = most.get(place);
    if (known === undefined || rank(cause) < rank(known)) most.set(place, cause);
  }
  return [...most.values()];
}

function rank({ keyword }: Cause): number {
  const index = TELLING.indexOf(keyword);
  return index === -1 ? TELLING.length : index;
}

/** What stands under an unknown key is that key's problem, and what is missing may only be misspelt. */
function withoutEchoes(causes: readonly Cause[]): readonly Cause[] {
  const misspelt = new Set(causes.flatMap(meantPointer));
  const refused = new Set(
    causes.flatMap(({ pointer, key, keyword }) =>
      key !== undefined && keyword === "enum" ? [pointerTo(pointer, key)] : [],
    ),
  );
  return causes.filter(
    ({ pointer, keyword, params }) =>
      !(refused.size > 0 && below(refused, pointer)) &&
      !(keyword === "required" && misspelt.has(pointerTo(pointer, String(params.missingProperty)))),
  );
}

function meantPointer({ keyword, pointer, key, schema }: Cause): readonly string[] {
  const meant = keyword === "additionalProperties" ? nearest(key ?? "", Object.keys(schema.properties ?? {})) : null;
  return meant === null ? [] : [pointerTo(pointer, meant)];
}

function below(pointers: ReadonlySet<string>, pointer: string): boolean {
  return pointers.has(pointer) || (pointer !== "" && below(pointers, parentOf(pointer)));
}
