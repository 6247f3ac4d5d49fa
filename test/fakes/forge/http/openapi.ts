import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";

type Node = Readonly<Record<string, unknown>>;

interface Description {
  readonly operations: Readonly<Record<string, Operation>>;
  readonly examples: Readonly<Record<string, Node | readonly Node[]>>;
}

interface Operation {
  readonly query: Readonly<Record<string, { readonly enum?: readonly string[]; readonly type?: string }>>;
  readonly body: Node | null;
  readonly answers: Readonly<Record<string, { readonly schema: Node | null; readonly example: string | null }>>;
}

export interface Matched {
  /** As in `GET /repos/{owner}/{repo}/pulls/{pull_number}`. */
  readonly key: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** What GitHub publishes of its own interface, as far as the adapter uses it. */
const DESCRIPTION = JSON.parse(
  readFileSync(new URL("../../../../fixtures/github/openapi.json", import.meta.url), "utf8"),
) as Description;

const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
const { examples: _, ...SCHEMAS } = DESCRIPTION;
ajv.addSchema(SCHEMAS, "openapi");
/** What is published, but is not so: of a fork or an account that was deleted nothing may be left. */
const UNTRUE = /\/(head_repository|head\/repo|user) must be object$/;
const compiled = new Map<string, ValidateFunction>();

const ROUTES = Object.keys(DESCRIPTION.operations).map((key) => {
  const names = [...key.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  const pattern = key.replaceAll(/[.]/g, "\\.").replaceAll(/\{\w+\}/g, "([^/]+)");
  return { key, names, pattern: new RegExp(`^${pattern}$`) };
});

export function operationOf(method: string, pathname: string): Matched | undefined {
  for (const { key, names, pattern } of ROUTES) {
    const found = pattern.exec(`${method} ${pathname}`);
    if (found === null) continue;
    const values = found.slice(1).map(decodeURIComponent);
    return { key, parameters: Object.fromEntries(names.map((name, index) => [name, values[index]!])) };
  }
  return undefined;
}

/** What GitHub's description has against a request. */
export function requestProblems(key: string, query: URLSearchParams, body: unknown): readonly string[] {
  const operation = DESCRIPTION.operations[key]!;
  const unknown = [...query].flatMap(([name, value]) => {
    const schema = operation.query[name];
    if (schema === undefined) return [`${key}: there is no parameter ${name}`];
    const isNumber = schema.type !== "integer" || /^\d+$/.test(value);
    const isKnown = schema.enum === undefined || schema.enum.includes(value);
    return isNumber && isKnown ? [] : [`${key}: ${name} cannot be ${value}`];
  });
  if (operation.body === null) return body === undefined ? unknown : [...unknown, `${key}: a body is not asked for`];
  return [...unknown, ...problems(`${pointer(key)}/body`, body, key)];
}

/** What GitHub answers with 422 may well be tried. */
export function isLimit(problem: string): boolean {
  return / more than \d+ characters$/.test(problem);
}

/** What it has against an answer. A refusal that it does not describe has the form of all refusals. */
export function answerProblems(key: string, status: number, body: unknown): readonly string[] {
  const answers = DESCRIPTION.operations[key]!.answers;
  const told = answers[String(status)];
  if (told === undefined) return status < 400 ? [`${key} never answers ${status}`] : [];
  if (told.schema === null) return body === undefined ? [] : [`${key} answers ${status} without a body`];
  return problems(`${pointer(key)}/answers/${status}/schema`, body, `${key} ${status}`);
}

/** A fresh copy of a published answer, to be changed. */
export function exampleOf(name: string): Record<string, unknown> {
  const found = DESCRIPTION.examples[name];
  return structuredClone(Array.isArray(found) ? found[0] : found) as Record<string, unknown>;
}

function problems(place: string, value: unknown, what: string): readonly string[] {
  let validate = compiled.get(place);
  if (validate === undefined) {
    validate = ajv.compile({ $ref: `openapi#${place}` });
    compiled.set(place, validate);
  }
  if (validate(value)) return [];
  const found = (validate.errors ?? []).map(({ instancePath, message }) => `${what}${instancePath} ${message}`);
  return found.filter((each) => !UNTRUE.test(each)).slice(0, 5);
}

function pointer(key: string): string {
  return `/operations/${encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1"))}`;
}
