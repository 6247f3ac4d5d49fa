import { Failure } from "../../failure.ts";
import type { Identity, PredictedEndpoint, PredictionHosts } from "../../ports/prediction-hosts.ts";
import { checkedPlace, vertexAddress } from "./address.ts";
import { type Credentials, googleCredentials } from "./credentials.ts";
import { checkedEndpoint } from "./endpoint-id.ts";
import { parentOf } from "./names.ts";

/** Of Google's, those that predict: an endpoint may have a name of its own. */
const GOOGLE =
  /^(?:[a-z0-9-]+-aiplatform\.googleapis\.com|aiplatform\.googleapis\.com|[a-z0-9.-]+\.prediction\.vertexai\.goog)$/;
/** Tokens live an hour, and are renewed by whoever asks in their last minutes. */
const ASK_EVERY_MS = 60_000;

/** `api` is the emulator's address, as `MODEL_RELEASE_VERTEX_API` has it: it asks nobody who he is. */
export function predictionHosts(
  api: string | undefined,
  credentials: Credentials = googleCredentials(),
): PredictionHosts {
  return {
    predictUrl: (endpoint) => predictUrl(endpoint, api),
    knowsUs: ({ protocol, hostname, port }) => protocol === "https:" && port === "" && GOOGLE.test(hostname),
    identity: () => keptIdentity(credentials),
  };
}

function predictUrl({ project, region, endpoint }: PredictedEndpoint, api: string | undefined): string {
  const place = checkedPlace({ project, region });
  const { host, port, isLocal } = vertexAddress(place, api);
  const origin = isLocal ? `http://${host}:${port}` : `https://${host}`;
  return `${origin}/v1/${parentOf(place)}/endpoints/${checkedEndpoint(endpoint)}:predict`;
}

async function keptIdentity(credentials: Credentials): Promise<Identity> {
  let current = await firstBearer(credentials);
  const timer = setInterval(async () => {
    // A token that could not be renewed is shown until it is refused: the load tells by which status.
    current = await credentials.bearer().catch(() => current);
  }, ASK_EVERY_MS);
  timer.unref();
  return { authorization: () => current, [Symbol.dispose]: () => clearInterval(timer) };
}

async function firstBearer(credentials: Credentials): Promise<string> {
  try {
    return await credentials.bearer();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split("\n", 1)[0] : String(cause);
    throw new Failure("credentials-missing", `Google Cloud does not learn who asks: ${reason}`, {
      fix: "Run google-github-actions/auth before this step, or gcloud auth application-default login, or give --token-variable.",
      cause,
    });
  }
}
