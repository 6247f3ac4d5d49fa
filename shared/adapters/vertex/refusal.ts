import type { NotDone, PlatformReason, Refused } from "../../ports/outcome.ts";
import { exhaustion } from "./exhaustion.ts";
import { type Fault, isBusy } from "./fault.ts";
import type { Method } from "./methods.ts";
import { denied } from "./permission.ts";
import { releaseFault } from "./release-fault.ts";

const PLATFORM_FIX: Readonly<Record<PlatformReason, string>> = {
  capacity: "Choose another serving.machineType or accelerator, another region, or wait: nothing was changed.",
  quota: "Ask for more of the quota that is named, or free what holds it.",
  rate: "Wait a minute, and let fewer jobs run at once.",
  unavailable: "Try again later: the state of Google Cloud is at status.cloud.google.com.",
};

type Judged = Pick<Method, "verb" | "repeat" | "opensArtifact">;

/** What it means that a call failed. `subject` is what was acted on. */
export function notDone(fault: Fault, method: Judged, subject: string): NotDone {
  const { verb, repeat } = method;
  const what = `${verb} ${subject}`;
  const told = `${what} failed: ${fault.message}`;
  switch (fault.code) {
    case "NOT_FOUND":
      return artifactFault(what, fault, method) ?? { kind: "absent", message: told };
    case "ALREADY_EXISTS":
    case "ABORTED":
      return repeat === "once" ? { kind: "conflict", message: told } : unavailable(told);
    case "PERMISSION_DENIED":
      return denied(what, fault);
    case "UNAUTHENTICATED":
      return unknownCaller(told);
    case "RESOURCE_EXHAUSTED": {
      const reason = exhaustion(fault);
      return { kind: "refused", reason, message: told, fix: PLATFORM_FIX[reason] };
    }
    case "FAILED_PRECONDITION":
      if (isBusy(fault)) return unavailable(told);
      return artifactFault(what, fault, method) ?? refused("state", told);
    case "INVALID_ARGUMENT":
    case "OUT_OF_RANGE":
    case "UNIMPLEMENTED":
      return artifactFault(what, fault, method) ?? refused("invalid", told);
    default:
      return repeat === "once" && !fault.hadNoEffect ? { kind: "ambiguous", message: told } : unavailable(told);
  }
}

/** What it means that an operation ended with an error: it is over, so nothing is ambiguous. */
export function operationRefusal(fault: Fault, method: Judged, subject: string): NotDone {
  const mended = fault.code === "ABORTED" ? { ...fault, code: "UNAVAILABLE" as const } : fault;
  return artifactFault(`${method.verb} ${subject}`, fault, method) ?? notDone(mended, method, subject);
}

/** Of other methods the same words are about the request. */
function artifactFault(what: string, fault: Fault, { opensArtifact }: Judged): Refused | null {
  return opensArtifact ? releaseFault(what, fault) : null;
}

function refused(reason: "state" | "invalid", message: string): Refused {
  const fix = { state: "Look at what is there with model-release status.", invalid: "Correct what is named." }[reason];
  return { kind: "refused", reason, message, fix };
}

function unavailable(message: string): Refused {
  return { kind: "refused", reason: "unavailable", message, fix: PLATFORM_FIX.unavailable };
}

function unknownCaller(message: string): Refused {
  return {
    kind: "refused",
    reason: "credentials",
    message,
    fix: "Add a step google-github-actions/auth with workload_identity_provider before this one, or run gcloud auth application-default login.",
  };
}
