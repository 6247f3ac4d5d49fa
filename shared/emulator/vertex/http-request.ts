import type { IncomingMessage } from "node:http";
import { decode } from "../protos/decode.ts";
import { encode } from "../protos/encode.ts";
import type { Message, Value } from "../protos/json.ts";
import type { MessageType } from "../protos/message-type.ts";
import { isMessage } from "../protos/well-known.ts";
import { refusal } from "../status.ts";
import type { Routed } from "./http-routes.ts";

const MAX_BODY_BYTES = 64 * 2 ** 20;
/** Parameters of every Google API, which no message has. */
const SYSTEM = new Set(["alt", "key", "prettyPrint", "fields", "quotaUser", "access_token", "uploadType", "callback"]);

/** The message that a request stands for, by google.api.http's rules. */
export async function messageOf(routed: Routed, query: URLSearchParams, request: IncomingMessage): Promise<Message> {
  const { answered, body, variables } = routed;
  const type = answered.method.request;
  const bytes = await bodyOf(request);
  const message: Fields = {};
  for (const [name, value] of query) {
    if (!SYSTEM.has(name) && !name.startsWith("$")) put(message, name, value, type);
  }
  if (takesAnyBody(type)) Object.assign(message, { httpBody: rawBody(bytes, request) });
  else if (body === "*") Object.assign(message, parsed(bytes));
  else if (body !== null) message[body] = parsed(bytes);
  for (const [name, value] of variables) put(message, name, decoded(value), type);
  // Through the wire and back: what does not fit is refused, and what does has one form.
  return decode(type, encode(type, message));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw refusal("INVALID_ARGUMENT", `"${part.slice(0, 300)}" is no encoded name.`);
  }
}

type Fields = Record<string, Value>;

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) throw refusal("INVALID_ARGUMENT", `The request has more than ${MAX_BODY_BYTES} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A field of google.api.HttpBody is the body as it is. */
export function takesAnyBody(type: MessageType): boolean {
  return type.byName.get("httpBody") !== undefined;
}

function rawBody(bytes: Buffer, request: IncomingMessage): Message {
  const contentType = request.headers["content-type"] ?? "";
  return { contentType, data: bytes.toString("base64") };
}

function parsed(bytes: Buffer): Message {
  if (bytes.length === 0) return {};
  const value = parsedJson(bytes.toString("utf8"));
  if (isMessage(value)) return value;
  throw refusal("INVALID_ARGUMENT", "Invalid JSON payload received. Root element must be a message.");
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refusal("INVALID_ARGUMENT", `Invalid JSON payload received. ${(error as Error).message}`);
  }
}

/** A parameter or a part of the path goes where its name says: `endpoint.name` inside `endpoint`. */
function put(message: Fields, path: string, value: string, type: MessageType): void {
  const [name = "", ...rest] = path.split(".");
  const field = type.byName.get(name);
  if (field === undefined)
    throw refusal("INVALID_ARGUMENT", `Invalid value: there is no field "${path.slice(0, 100)}".`);
  if (rest.length > 0 && field.value.kind === "message") {
    const inside = message[name];
    const kept: Fields = isMessage(inside) ? { ...(inside as Fields) } : {};
    put(kept, rest.join("."), value, field.value.type());
    message[name] = kept;
    return;
  }
  const plain = field.value.kind === "scalar" && field.value.scalar === "bool" ? value === "true" : value;
  const list = message[name];
  if (!field.isRepeated) message[name] = plain;
  else message[name] = Array.isArray(list) ? [...list, plain] : [plain];
}
