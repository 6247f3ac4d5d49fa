import { Agent as HttpAgent, type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from "node:http";
import { Agent as HttpsAgent, request as requestHttps } from "node:https";
import { Failure } from "../../failure.ts";
import type { Address } from "./address.ts";

export interface Outgoing {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | OutgoingStream;
  /** What is taken of a good answer's body while it comes; without, all of it is kept. */
  readonly take?: (bytes: Uint8Array) => void;
  readonly maxBytes: number;
}

/** More bytes than are held at once. */
export interface OutgoingStream {
  readonly sizeBytes: number;
  /** From the beginning each time; each chunk stays what it is until the one after the next is asked for. */
  chunks(): AsyncIterable<Uint8Array>;
}

export interface Incoming {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
}

/** Names the proxy, where there is one. */
export type Environment = Readonly<Record<string, string | undefined>>;

export type Exchange = (outgoing: Outgoing) => Promise<Incoming>;

/** No byte either way for so long: the connection is given up. */
const SILENCE_MS = 60_000;
const MAX_CONNECTIONS = 16;
/** What is said of an error is short. */
const MAX_ERROR_BYTES = 1 << 16;

/** HTTP over connections that are used again. A request whose answer does not come is an error of the system's kind. */
export function httpExchange({ origin, isLocal }: Address, environment: Environment): Exchange {
  const { protocol, hostname, port } = new URL(origin);
  const isSecure = protocol === "https:";
  const proxy = isLocal ? {} : { proxyEnv: environment };
  const options = { keepAlive: true, maxSockets: MAX_CONNECTIONS, ...proxy };
  const agent = isSecure ? new HttpsAgent(options) : new HttpAgent(options);
  // Written in brackets only where a port follows.
  const host = hostname.replace(/^\[|\]$/g, "");
  return async (outgoing) => {
    const { method, path, headers, body } = outgoing;
    const lengths = body === undefined && method === "GET" ? {} : { "content-length": sizeOf(body) };
    const open = isSecure ? requestHttps : requestHttp;
    const place = { agent, host, port, path };
    const request = open({ ...place, method, headers: { ...headers, ...lengths }, timeout: SILENCE_MS });
    request.once("timeout", () => request.destroy(timedOut()));
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    request.once("response", resolve).on("error", reject);
    const sent = sending(body, request, promise).catch(reject);
    let answer: IncomingMessage | null = null;
    try {
      answer = await promise;
      return await received(answer, outgoing);
    } finally {
      // Where something was left unsaid, the connection cannot be used again.
      if (!request.writableFinished || answer?.complete !== true) request.destroy();
      // What the bytes come from is the caller's again.
      await sent;
    }
  };
}

type Sender = ReturnType<typeof requestHttp>;

/** The next bytes are made while those before them go; a refusal may come before the last of them has gone. */
async function sending(body: Outgoing["body"], request: Sender, answered: Promise<unknown>): Promise<void> {
  if (body === undefined || body instanceof Uint8Array) {
    request.end(body);
    return;
  }
  let isOver = false;
  const end = (): void => {
    isOver = true;
  };
  answered.then(end, end);
  const chunks = body.chunks()[Symbol.asyncIterator]();
  for (let next = chunks.next(); ; ) {
    const { done, value } = await next;
    if (isOver) return;
    if (done) break;
    const gone = new Promise((resolve) => request.write(value, resolve));
    next = chunks.next();
    next.catch(() => {});
    // Also where nobody reads any more: the request is then given up, which ends every write.
    await gone;
  }
  request.end();
}

async function received(answer: IncomingMessage, { take, maxBytes, path }: Outgoing): Promise<Incoming> {
  const { statusCode: status = 0, headers } = answer;
  const isGood = status < 300;
  const kept: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    sizeBytes += chunk.length;
    if (isGood && sizeBytes > maxBytes) throw tooLarge(path, maxBytes);
    if (isGood && take !== undefined) take(chunk);
    else if (isGood || sizeBytes <= MAX_ERROR_BYTES) kept.push(chunk);
  }
  return { status, headers, body: Buffer.concat(kept) };
}

function sizeOf(body: Outgoing["body"]): number {
  if (body === undefined) return 0;
  return body instanceof Uint8Array ? body.length : body.sizeBytes;
}

function timedOut(): Error {
  return Object.assign(new Error(`nothing was sent or received for ${SILENCE_MS / 1000} s`), { code: "ETIMEDOUT" });
}

function tooLarge(path: string, maxBytes: number): Failure {
  return new Failure("limit-exceeded", `What the bucket answers to ${path} is larger than ${maxBytes} bytes.`, {
    fix: "Check that the object is what it should be.",
  });
}
