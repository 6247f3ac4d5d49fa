import { onTestFinished } from "vitest";
import { type EmulatedStorage, emulatedStorage } from "../../../emulated-storage.ts";

export interface Api extends EmulatedStorage {
  /** A request by its method and path, such as `GET /storage/v1/b/models`. */
  ask(call: string, options?: Asked): Promise<Answered>;
  /** Uploads the text in one request. */
  put(object: string, text: string, query?: Readonly<Record<string, string>>): Promise<Answered>;
}

interface Asked {
  readonly query?: Readonly<Record<string, string | number>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer> | object;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // What a test looks at is what it knows to be there.
  // biome-ignore lint/suspicious/noExplicitAny: an answer of any method
  readonly json: any;
}

export async function storageApi(options: Parameters<typeof emulatedStorage>[0] = {}): Promise<Api> {
  const storage = await emulatedStorage({ buckets: ["models"], ...options });
  onTestFinished(() => storage[Symbol.asyncDispose]());
  const ask: Api["ask"] = async (call, { query = {}, headers = {}, body } = {}) => {
    const [method, path] = call.split(" ") as [string, string];
    const url = new URL(path, storage.address);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
    const isPlain = body === undefined || typeof body === "string" || body instanceof Uint8Array;
    const sent = isPlain ? { body: body ?? null } : { body: JSON.stringify(body) };
    const response = await fetch(url, { method, headers, redirect: "manual", ...sent });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.startsWith("application/json") === true && text !== "";
    return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : null };
  };
  const put: Api["put"] = (object, text, query = {}) =>
    ask("POST /upload/storage/v1/b/models/o", { query: { uploadType: "media", name: object, ...query }, body: text });
  return { ...storage, ask, put };
}
