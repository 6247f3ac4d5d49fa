import type { HttpRule } from "../protos/services.ts";
import type { AnsweredMethod } from "./methods.ts";

/** A request that one method answers, and what its path says. */
export interface Routed {
  readonly answered: AnsweredMethod;
  readonly body: string | null;
  /** By the fields' paths, such as `endpoint.name`. */
  readonly variables: ReadonlyMap<string, string>;
}

export type Router = (verb: string, path: string) => Routed | null;

interface Route {
  readonly answered: AnsweredMethod;
  readonly rule: HttpRule;
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

/** Operations live below every resource; the bundled descriptors name a place of their own that Vertex AI has not. */
const RESOURCE = "projects/*/locations/**";
const OPERATION_RULES: Readonly<Record<string, HttpRule>> = {
  GetOperation: { verb: "GET", template: `/v1/{name=${RESOURCE}/operations/*}`, body: null },
  ListOperations: { verb: "GET", template: `/v1/{name=${RESOURCE}}/operations`, body: null },
  DeleteOperation: { verb: "DELETE", template: `/v1/{name=${RESOURCE}/operations/*}`, body: null },
  CancelOperation: { verb: "POST", template: `/v1/{name=${RESOURCE}/operations/*}:cancel`, body: "*" },
  WaitOperation: { verb: "POST", template: `/v1/{name=${RESOURCE}/operations/*}:wait`, body: "*" },
};

/** The methods by google.api.http's rules. */
export function router(methods: readonly AnsweredMethod[]): Router {
  const routes = methods.flatMap((answered) =>
    rulesOf(answered).map((rule): Route => ({ answered, rule, ...patternOf(rule.template) })),
  );
  return (verb, path) => {
    for (const { answered, rule, pattern, names } of routes) {
      const found = rule.verb === verb ? pattern.exec(path) : null;
      if (found === null) continue;
      const variables = new Map(names.map((name, index) => [name, found[index + 1]!]));
      return { answered, body: rule.body, variables };
    }
    return null;
  };
}

function rulesOf({ method }: AnsweredMethod): readonly HttpRule[] {
  const own = method.service === "google.longrunning.Operations" ? OPERATION_RULES[method.name] : undefined;
  return own === undefined ? method.http : [own];
}

const VARIABLE = /\{([^=}]+)=([^}]+)\}/g;

/** Google's own clients ask for operations below `/ui` as well. */
function patternOf(template: string): { readonly pattern: RegExp; readonly names: readonly string[] } {
  const names = [...template.matchAll(VARIABLE)].map(([, name]) => name!);
  const parts = template.slice("/v1".length).split(VARIABLE);
  // Split by a pattern with two groups: text, name, template, text, and so on.
  const texts = parts.map((part, index) => {
    if (index % 3 === 0) return escaped(part);
    return index % 3 === 1 ? "" : `(${part.split("/").map(segment).join("/")})`;
  });
  return { pattern: new RegExp(`^/(?:v1|v1beta1|ui)${texts.join("")}$`), names };
}

function segment(part: string): string {
  if (part === "*") return "[^/:]+";
  return part === "**" ? "[^:]+" : escaped(part);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
