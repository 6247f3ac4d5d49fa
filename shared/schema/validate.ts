import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { Failure, type FailureCode, type Problem } from "../failure.ts";
import { causesOf } from "./causes.ts";
import { isIsoDate } from "./iso-date.ts";
import type { JsonSchema } from "./json-schema.ts";
import { type Parsed, partsOf } from "./source.ts";
import { word } from "./wording.ts";

/** A document beside its schema. `value` may be used as a T only when there are no problems. */
export interface Checked<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
  /** False when the document is not even the mapping or list that the schema asks for. */
  readonly shaped: boolean;
  /** The top-level keys whose values have not the schema's shape; the others have. */
  readonly broken: ReadonlySet<string>;
}

const MAX_LISTED = 100;
const compiled = new WeakMap<JsonSchema, { readonly ajv: Ajv2020; readonly validate: ValidateFunction }>();

/** The value with the schema's defaults filled in, or one Failure with every problem in the order of the text. */
export function validate<T>(schema: JsonSchema, parsed: Parsed, code: FailureCode = "document-invalid"): T {
  const { value, problems } = check<T>(schema, parsed);
  if (problems.length > 0) throw failureOf(code, problems);
  return value;
}

export function check<T>(schema: JsonSchema, parsed: Parsed): Checked<T> {
  const value = parsed.value as T;
  if (parsed.value === undefined) return { value, problems: parsed.problems, shaped: false, broken: new Set() };
  const { ajv, validate } = compile(schema);
  const causes = validate(parsed.value) ? [] : causesOf(validate.errors ?? [], schema, branchErrors(ajv, schema));
  const deep = causes.filter(({ keyword }) => keyword !== "additionalProperties");
  const broken = deep.map(({ pointer, params }) => partsOf(pointer)[0] ?? String(params.missingProperty));
  const told = new Set(parsed.problems.map(placeKey));
  const problems = causes.map((cause) => word(cause, schema, parsed)).filter((problem) => !told.has(placeKey(problem)));
  return {
    value,
    problems: [...parsed.problems, ...problems],
    shaped: !deep.some(({ pointer, keyword }) => pointer === "" && keyword !== "required"),
    broken: new Set(broken),
  };
}

/** What could not be read has been told where it stands; that it does not fit either adds nothing. */
function placeKey({ line, column }: Problem): string {
  return `${line}:${column}`;
}

/** What a text holds when no schema is asked of it. */
export function accept(parsed: Parsed, code: FailureCode = "document-invalid"): unknown {
  if (parsed.problems.length > 0) throw failureOf(code, parsed.problems);
  return parsed.value;
}

/** One Failure for all problems of a file; its message is the first one's, and says how many follow. */
export function failureOf(code: FailureCode, unsorted: readonly Problem[]): Failure {
  const problems = unsorted
    .toSorted((a, b) => a.line - b.line || a.column - b.column)
    .filter((problem, index, all) => index === 0 || !sameProblem(problem, all[index - 1]!));
  const first = problems[0]!;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : "";
  return new Failure(code, `${first.file}:${first.line}:${first.column}: ${first.message}${more}`, {
    fix: first.fix,
    problems: problems.slice(0, MAX_LISTED),
  });
}

function sameProblem(a: Problem, b: Problem): boolean {
  return a.line === b.line && a.column === b.column && a.message === b.message;
}

/** Compiling takes a tenth of a second, so it waits for the first document and is done once for each schema. */
function compile(schema: JsonSchema): { readonly ajv: Ajv2020; readonly validate: ValidateFunction } {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    useDefaults: true,
    verbose: true,
    formats: { date: isIsoDate },
  });
  const fresh = { ajv, validate: ajv.compile(schema) };
  compiled.set(schema, fresh);
  return fresh;
}

function branchErrors(ajv: Ajv2020, root: JsonSchema): (branch: JsonSchema, value: unknown) => readonly ErrorObject[] {
  return (branch, value) => {
    const validate = ajv.getSchema(`${root.$id ?? ""}${branch.$ref ?? ""}`);
    if (validate === undefined)
      throw new Failure("internal", "a branch of anyOf is no reference", { fix: "Report this." });
    return validate(value) ? [] : (validate.errors ?? []);
  };
}
