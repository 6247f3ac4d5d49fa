import { defaults } from "@actions/github/lib/utils";
import { Failure } from "../../failure.ts";
import { counted } from "../../schema/phrases.ts";

export interface FetchLimits {
  readonly apiUrl: string;
  readonly attemptMs: number;
}

type Fetch = typeof globalThis.fetch;

const MAX_ANSWER_BYTES = 64 << 20;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * The toolkit's own fetch, which goes through the runner's proxy, but the token goes to no other host, an answer that
 * does not come or does not end is given up, and one that is cut off or no JSON is an error: octokit takes it for text.
 */
export function guardedFetch({ apiUrl, attemptMs }: FetchLimits): Fetch {
  const { origin } = new URL(apiUrl);
  const send = senderTo(apiUrl);
  return async (input, init = {}) => {
    const url = new URL(String(input));
    if (url.origin !== origin) throw elsewhere(url);
    const patience = AbortSignal.timeout(attemptMs);
    // An archive may take as long as the operation; it is streamed to a file by whoever asked for it.
    if (isArchive(url)) return send(url, init);
    try {
      const signals = init.signal ? [patience, init.signal] : [patience];
      return await wholeAnswer(await send(url, { ...init, signal: AbortSignal.any(signals) }));
    } catch (error) {
      throw patience.aborted ? new Error(`no answer came within ${counted(attemptMs / 1000, "second")}`) : error;
    }
  };
}

/** No proxy stands between a machine and itself. */
function senderTo(apiUrl: string): Fetch {
  const isLoopback = LOOPBACK.test(new URL(apiUrl).hostname);
  return isLoopback ? globalThis.fetch : (defaults.request!.fetch as Fetch);
}

function isArchive({ pathname }: URL): boolean {
  return /\/artifacts\/\d+\/zip$/.test(pathname);
}

async function wholeAnswer(response: Response): Promise<Response> {
  const { status, statusText } = response;
  const bytes = await bodyOf(response);
  const isJson = /^application\/(?:[\w.+-]+\+)?json\b/i.test(response.headers.get("content-type") ?? "");
  if (response.ok && bytes.length > 0 && !(isJson && parses(bytes))) throw new Error("the answer is no JSON");
  return new Response(bytes.length === 0 ? null : bytes, { status, statusText, headers: [...response.headers] });
}

async function bodyOf({ body }: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) throw new Error(`the answer has more than ${MAX_ANSWER_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parses(bytes: Uint8Array): boolean {
  try {
    JSON.parse(Buffer.from(bytes).toString("utf8"));
    return true;
  } catch {
    return false;
  }
}

function elsewhere({ host }: URL): Failure {
  return new Failure("forge-unreachable", `the forge sends on to ${host}, which is not the host that was named`, {
    fix: "Set GITHUB_API_URL to the address that the forge itself uses.",
  });
}
