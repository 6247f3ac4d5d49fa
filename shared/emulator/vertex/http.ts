import type { IncomingMessage, ServerResponse } from "node:http";
import { tokenIn } from "../faults/faults.ts";
import type { Message } from "../protos/json.ts";
import { httpCode, type Status, statusOf } from "../status.ts";
import type { HttpSurface } from "../surface.ts";
import { type Answering, answer } from "./answering.ts";
import { messageOf, takesAnyBody } from "./http-request.ts";
import { type Routed, router } from "./http-routes.ts";
import type { AnsweredMethod } from "./methods.ts";

/** The same methods in Vertex AI's REST form: every path below a project is its. */
export function httpSurface(methods: readonly AnsweredMethod[], parts: Answering): HttpSurface {
  const route = router(methods);
  return (request, response) => {
    const url = URL.parse(request.url ?? "/", "http://emulator");
    if (url === null) return false;
    const { pathname, searchParams } = url;
    if (!/^\/(?:v1|v1beta1|ui)\/projects\/[^/]+\/locations(?:\/|$)/.test(pathname)) return false;
    const routed = route(request.method ?? "GET", pathname);
    if (routed === null) refuse(response, notThere(request, pathname));
    else respond({ routed, query: searchParams, request, response }, parts);
    return true;
  };
}

interface Exchange {
  readonly routed: Routed;
  readonly query: URLSearchParams;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

function respond({ routed, query, request, response }: Exchange, parts: Answering): void {
  const { answered } = routed;
  const act = async (): Promise<Message> => {
    const message = await messageOf(routed, query, request);
    const header = (name: string, value: string): void => void response.setHeader(name, value);
    return answer(answered, { request: message, token: tokenIn(request.headers.authorization), header }, parts);
  };
  act().then(
    (message) =>
      takesAnyBody(answered.method.request) ? sendRaw(response, message) : sendJson(response, 200, message),
    (error: unknown) => refuse(response, statusOf(error)),
  );
}

function notThere({ method }: IncomingMessage, path: string): Status {
  return { code: "NOT_FOUND", message: `${method} ${path.slice(0, 500)} is no method of this emulator.`, details: [] };
}

/** google.api.HttpBody is the body itself. */
function sendRaw(response: ServerResponse, { contentType, data }: Message): void {
  response.setHeader("content-type", String(contentType));
  response.end(Buffer.from(String(data), "base64"));
}

function sendJson(response: ServerResponse, code: number, document: Message): void {
  response.statusCode = code;
  response.setHeader("content-type", "application/json; charset=UTF-8");
  response.end(JSON.stringify(document));
}

function refuse(response: ServerResponse, { code, message, details }: Status): void {
  const retry = details.find((detail) => detail["@type"].endsWith("RetryInfo"))?.retryDelay;
  if (retry !== undefined) response.setHeader("retry-after", String(Math.ceil(Number.parseFloat(String(retry)))));
  const http = httpCode(code);
  const shown = details as readonly Message[];
  const error = { code: http, message, status: code, ...(shown.length === 0 ? {} : { details: shown }) };
  sendJson(response, http, { error });
}
