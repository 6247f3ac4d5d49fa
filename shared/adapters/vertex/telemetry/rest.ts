import { once } from "node:events";
import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from "node:http";
import { Agent as HttpsAgent, request as requestHttps } from "node:https";

/** Names the proxy, where there is one. */
export type Proxies = Readonly<Record<string, string | undefined>>;

/** What a REST call failed with, in the form that gRPC's clients throw. */
interface RestError extends Error {
  readonly code: number;
  readonly details: string;
}

interface RestRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly proxies: Proxies;
}

const MAX_BYTES = 32 * 2 ** 20;
/** By HTTP status, as Google's APIs translate them. */
const CODES: Readonly<Record<number, number>> = {
  400: 3,
  401: 16,
  403: 7,
  404: 5,
  409: 10,
  429: 8,
  499: 1,
  500: 13,
  501: 12,
  502: 14,
  503: 14,
  504: 4,
};
const UNKNOWN = 2;
const DEADLINE_EXCEEDED = 4;
const UNAVAILABLE = 14;

/** The document that answers a GET; every other end is thrown as gRPC would put it. */
export async function answeredJson(url: string, asked: RestRequest): Promise<unknown> {
  const signal = AbortSignal.timeout(asked.timeoutMs);
  try {
    const response = await answer(url, asked, signal);
    const text = await boundedText(response);
    const { statusCode = 0 } = response;
    if (statusCode >= 200 && statusCode < 300) return JSON.parse(text);
    throw restError(CODES[statusCode] ?? UNKNOWN, messageIn(text) ?? `status ${statusCode}`);
  } catch (error) {
    if (isRestError(error)) throw error;
    if (signal.aborted) throw restError(DEADLINE_EXCEEDED, `no answer within ${asked.timeoutMs / 1000} s`);
    throw restError(UNAVAILABLE, error instanceof Error ? `${error.message} ${codeOf(error)}`.trim() : String(error));
  }
}

async function answer(url: string, { headers, proxies }: RestRequest, signal: AbortSignal): Promise<IncomingMessage> {
  const isSecure = url.startsWith("https:");
  const agent = isSecure ? new HttpsAgent({ proxyEnv: proxies }) : new HttpAgent({ proxyEnv: proxies });
  const request = (isSecure ? requestHttps : requestHttp)(url, { agent, headers, signal });
  request.end();
  const [response] = (await once(request, "response")) as [IncomingMessage];
  return response;
}

async function boundedText(response: IncomingMessage): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response) {
    length += part.length;
    if (length > MAX_BYTES) throw restError(UNKNOWN, `the answer has more than ${MAX_BYTES} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

function messageIn(text: string): string | null {
  try {
    const message: unknown = JSON.parse(text)?.error?.message;
    return typeof message === "string" ? message : null;
  } catch {
    return null;
  }
}

function restError(code: number, message: string): RestError {
  return Object.assign(new Error(message), { code, details: message });
}

function isRestError(error: unknown): error is RestError {
  return error instanceof Error && "details" in error && "code" in error;
}

function codeOf(error: Error): string {
  return "code" in error && !error.message.includes(String(error.code)) ? String(error.code) : "";
}
