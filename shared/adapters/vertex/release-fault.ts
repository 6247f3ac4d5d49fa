import type { Refused, ReleaseReason } from "../../ports/outcome.ts";
import type { Fault } from "./fault.ts";

interface Cause {
  readonly pattern: RegExp;
  readonly reason: ReleaseReason;
  readonly cause: string;
  readonly fix: string;
}

/** What a platform's prose is about, the more telling first. */
const CAUSES: readonly Cause[] = [
  {
    pattern: /\bimage\b|\bimageUri\b|docker\.pkg\.dev|gcr\.io/i,
    reason: "artifact",
    cause: "The serving image cannot be used",
    fix: "Set serving.image to an image that exists and that Vertex AI's service agent may read.",
  },
  {
    pattern:
      /(?:does not match|different|same|wrong|another|outside) (?:\w+ )?(?:location|region)|(?:location|region)s? (?:mismatch|must)/i,
    reason: "artifact",
    cause: "Model, endpoint and bucket do not lie in one region",
    fix: "Set target.region to the region in which the endpoint, the bucket and the registered model lie.",
  },
  {
    pattern: /saved_model\.pb|SavedModel|corrupt|format|parse|unreadable|not a valid model/i,
    reason: "artifact",
    cause: "The artifact is no model that the serving image can read",
    fix: "Run model-release inspect on the artifact, and release it again.",
  },
  {
    pattern:
      /(?:artifact|gs:\/\/|object|file|bucket)[^.]*(?:not (?:exist|found)|no such|missing|empty|access)|(?:missing|no) (?:artifact|file|object)/i,
    reason: "artifact",
    cause: "The artifact's files are not where the registered version says",
    fix: "Upload the artifact again, and see that Vertex AI's service agent may read the bucket.",
  },
  {
    pattern: /exited|crash|health ?check|not (?:become )?healthy|out of memory|OOM|failed to start|unhealthy/i,
    reason: "crashed",
    cause: "The model's server did not come up",
    fix: "Read the endpoint's container log, and try the model on this machine with model-release predict.",
  },
];

/** The artifact's own cause, named before what the platform made of it; null where it is not the artifact. */
export function releaseFault(what: string, { message, code }: Fault): Refused | null {
  if (code === "PERMISSION_DENIED" || code === "RESOURCE_EXHAUSTED") return null;
  // A model may be called image-tagger.
  const prose = message.replaceAll(/projects\/[^\s"']+/g, "");
  const found = CAUSES.find(({ pattern }) => pattern.test(prose));
  if (found === undefined) return null;
  const { reason, cause, fix } = found;
  return { kind: "refused", reason, message: `${cause}. ${what} failed: ${message}`, fix };
}
