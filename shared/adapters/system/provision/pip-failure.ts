import { Failure } from "../../../failure.ts";
import { lastWords, type ToolResult } from "../tool.ts";

const UNREACHABLE =
  /NewConnectionError|Max retries exceeded|Connection (?:refused|reset|aborted)|name resolution|ProxyError|ConnectTimeout|Read timed out|RemoteDisconnected|IncompleteRead|Network is unreachable|ConnectionError/i;
const UNTRUSTED = /CERTIFICATE_VERIFY_FAILED|SSLError|SSL: /;
const UNAUTHORISED = /\b(?:401|403)\b.{0,40}(?:Error|Unauthorized|Forbidden)|Unauthorized|User for /;
const FULL = /No space left on device|Errno 28|Disk quota exceeded/;
const MISSING = /No matching distribution found|Could not find a version/;
/** pip says no more than this when it was told not to retry. */
const NOTHING = /from versions: none/;
const CREDENTIALS = /\/\/[^/\s@]+@/g;

type Explanation = readonly [code: Failure["code"], what: string, fix: string];

/** What pip's refusal means for a person. Its words are another program's: shortened, without credentials. */
export function pipFailure(result: ToolResult | undefined, file: string, indexUrl: string | null): Failure {
  const said = result === undefined ? "" : `${result.stderr}\n${result.stdout}`;
  const [code, what, fix] = explain(said, result?.isLate ?? false, indexUrl);
  const words = lastWords(result?.stderr ?? "", 2).replaceAll(CREDENTIALS, "//***@");
  return new Failure(code, `${file}: ${what}${words === "" ? "" : ` (pip: ${words})`}`, { fix });
}

function explain(said: string, isLate: boolean, indexUrl: string | null): Explanation {
  const asked = indexUrl === null ? "`python3 -m pip config list` shows which index is asked" : "it is --index-url";
  if (FULL.test(said)) {
    return ["out-of-space", "the disk is full", "Free space (`df -h`), or set MODEL_RELEASE_RUNTIME to a larger disk."];
  }
  if (UNTRUSTED.test(said)) {
    const fix = `Give pip your network's certificate (\`python3 -m pip config set global.cert FILE\`); ${asked}.`;
    return ["download-failed", "the package index shows a certificate that pip does not trust", fix];
  }
  if (isLate || UNREACHABLE.test(said)) {
    const fix = `Check the network and the package index, then run again; ${asked}.`;
    return ["download-failed", "the package index cannot be reached", fix];
  }
  if (UNAUTHORISED.test(said)) {
    return ["download-failed", "the package index wants credentials", `Give pip its credentials; ${asked}.`];
  }
  if (NOTHING.test(said)) {
    const fix = `Check that the index answers and carries it, then run again; ${asked}.`;
    return ["download-failed", "the package index cannot be reached, or has no wheel of it at all", fix];
  }
  if (MISSING.test(said)) {
    const fix = `Use an index that carries it, by pip's configuration or --index-url; ${asked}.`;
    return ["download-failed", "the package index does not have this wheel", fix];
  }
  return ["tool-failed", "pip failed", `Run the same with \`python3 -m pip download\` to see why; ${asked}.`];
}
