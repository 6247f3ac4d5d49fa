import type { ErrorObject } from "ajv/dist/2020.js";
import { Failure, type FailureCode, type Problem } from "../failure.ts";
import { causesOf } from "./causes.ts";
import { type Compiled, compile, type Rules } from "./compile.ts";
import type { JsonSchema } from "./json-schema.ts";
import { type Parsed, partsOf } from "./source.ts";
import { word } from "./wording.ts";

/** A document beside its schema. `value` may be used as a T only when there are no problems. */
export interface Checked<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
  /** False when not even its parts can be told apart, or not all of them were looked at. */
  readonly shaped: boolean;
  /** The top-level keys whose values have not the schema's shape; the others have. */
  readonly broken: ReadonlySet<string>;
}

const MAX_LISTED = 100;
// ajv copies all errors so far for each further one: a larger document that is wrong everywhere would take seconds.
const MAX_THOROUGH = 8000;

/** The value with the schema's defaults filled in, or one Failure with every problem in the order of the text. */
export function validate<T>(schema: JsonSchema, parsed: Parsed, code: FailureCode = "document-invalid"): T {
  const { value, problems } = check<T>(schema, parsed);
  if (problems.length > 0) throw failureOf(code, problems);
  return value;
}

export function check<T>(schema: JsonSchema, parsed: Parsed): Checked<T> {
  const value = parsed.value as T;
  if (parsed.value === undefined) return { value, problems: parsed.problems, shaped: false, broken: new Set() };
  const isLarge = hasMoreValues(parsed.value, MAX_THOROUGH);
  const compiled = compile(schema, isLarge ? "first" : "all");
  const errors = compiled.whole(parsed.value);
  const told = new Set(parsed.problems.map(placeKey));
  const problems = causesOf(errors, schema, branchErrors(compiled))
    .map((cause) => word(cause, schema, parsed))
    .filter((problem) => !told.has(placeKey(problem)));
  return { value, problems: [...parsed.problems, ...problems], ...shapeOf(errors, isLarge) };
}

function shapeOf(errors: readonly ErrorObject[], isLarge: boolean): Pick<Checked<unknown>, "shaped" | "broken"> {
  const misfits = errors.filter(({ keyword }) => keyword !== "additionalProperties");
  const broken = misfits.map(({ instancePath, params }) => partsOf(instancePath)[0] ?? String(params.missingProperty));
  const rootFits = !misfits.some(({ instancePath, keyword }) => instancePath === "" && keyword !== "required");
  return { shaped: rootFits && !(isLarge && errors.length > 0), broken: new Set(broken) };
}

function hasMoreValues(root: unknown, limit: number): boolean {
  const open = [root];
  for (let count = 0; open.length > 0; count += 1) {
    if (count === limit) return true;
    const value = open.pop();
    if (typeof value === "object" && value !== null) for (const member of Object.values(value)) open.push(member);
  }
  return false;
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

function branchErrors({ branch }: Compiled): (schema: JsonSchema, value: unknown) => readonly ErrorObject[] {
  const known = new Map<string, Rules | undefined>();
  return ({ $ref = "" }, value) => {
    if (!known.has($ref)) known.set($ref, branch($ref));
    const rules = known.get($ref);
    if (rules === undefined)
      throw new Failure("internal", "a branch of anyOf is no reference", { fix: "Report this." });
    return rules(value);
  };
}
