import type { IncomingMessage } from "node:http";
import { refusal } from "./answer.ts";
import { isObject, type Settings } from "./state/record.ts";
import type { Store } from "./state/store.ts";
import type { Sessions } from "./upload/sessions.ts";

/** One request, as far as it has been understood. */
export interface Call {
  readonly request: IncomingMessage;
  readonly query: URLSearchParams;
  /** What the path names. */
  readonly bucket: string;
  readonly object: string;
  /** The other object of a copy. */
  readonly into: { readonly bucket: string; readonly object: string } | null;
  /** Where the client reached us, as in `http://127.0.0.1:9023`. */
  readonly origin: string;
  readonly store: Store;
  readonly sessions: Sessions;
}

const MAX_RESOURCE_BYTES = 1 << 20;

/** The body as a JSON object, empty where there is none. */
export async function resourceOf({ request }: Call): Promise<Settings> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of request) {
    sizeBytes += chunk.length;
    if (sizeBytes > MAX_RESOURCE_BYTES) throw refusal(413, "uploadTooLarge", "The request is too large.");
    chunks.push(chunk);
  }
  return parsedResource(Buffer.concat(chunks));
}

export function parsedResource(bytes: Uint8Array): Settings {
  if (bytes.length === 0) return {};
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString("utf8"));
    if (isObject(value)) return value;
  } catch {
    // Said below.
  }
  throw refusal(400, "parseError", "Parse Error");
}
