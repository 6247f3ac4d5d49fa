import { lookUp } from "./descriptors.ts";
import { type MessageType, messageType } from "./message-type.ts";

/** One method of a service, as its .proto file has it. */
export interface Method {
  readonly service: string;
  readonly name: string;
  readonly request: MessageType;
  readonly response: MessageType;
  readonly isStreamed: boolean;
  readonly http: readonly HttpRule[];
}

/** How the method is asked over HTTP, in the words of google.api.http. */
export interface HttpRule {
  readonly verb: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  readonly template: string;
  /** Which field the body is; `*` is the whole request, none leaves everything to path and query. */
  readonly body: string | null;
}

export function methodsOf(service: string): readonly Method[] {
  const found = lookUp(service);
  if (found?.descriptor.methods === undefined) throw new Error(`There is no service ${service}.`);
  return Object.entries(found.descriptor.methods).map(([name, method]) => ({
    service,
    name,
    request: typeIn(method.requestType, service),
    response: typeIn(method.responseType, service),
    isStreamed: method.requestStream === true || method.responseStream === true,
    http: (method.parsedOptions ?? []).flatMap((options) => rulesOf(options["(google.api.http)"])),
  }));
}

function typeIn(name: string, scope: string): MessageType {
  const found = lookUp(name, scope);
  if (found === null) throw new Error(`There is no message ${name} in ${scope}.`);
  return messageType(found.name);
}

const VERBS = ["get", "post", "patch", "put", "delete"] as const;

interface Written extends Partial<Record<(typeof VERBS)[number], string>> {
  readonly body?: string;
  readonly additional_bindings?: Written | readonly Written[];
}

function rulesOf(option: unknown): HttpRule[] {
  if (typeof option !== "object" || option === null) return [];
  const written = option as Written;
  const own = VERBS.flatMap((verb): HttpRule[] => {
    const template = written[verb];
    const upper = verb.toUpperCase() as HttpRule["verb"];
    return template === undefined ? [] : [{ verb: upper, template, body: written.body ?? null }];
  });
  const { additional_bindings: more = [] } = written;
  return [...own, ...[more].flat().flatMap(rulesOf)];
}
