import type { Status, StatusDetail, StatusName } from "../status.ts";
import type { FaultKind, PlannedFault } from "./plan.ts";

export type FaultEffect =
  | { readonly kind: "delay"; readonly ms: number }
  | { readonly kind: "refuse"; readonly status: Status }
  | { readonly kind: "loseAnswer"; readonly status: Status }
  | { readonly kind: "end"; readonly ending: Status | "never" }
  | { readonly kind: "stale" }
  | { readonly kind: "expire"; readonly status: Status };

const DELAY_MS = 100;

/** What a person called it, as Google's service would show it. */
export function effectOf(fault: PlannedFault): FaultEffect {
  switch (fault.fault) {
    case "delay":
      return { kind: "delay", ms: fault.ms ?? DELAY_MS };
    case "loseAnswer":
      return { kind: "loseAnswer", status: told(fault) };
    case "failLate":
      return { kind: "end", ending: told(fault) };
    case "neverEnd":
      return { kind: "end", ending: "never" };
    case "staleRead":
      return { kind: "stale" };
    case "expireToken":
      return { kind: "expire", status: told(fault) };
    default:
      return { kind: "refuse", status: told(fault) };
  }
}

type Told = readonly [code: StatusName, message: string];

const TOLD: Readonly<Record<Exclude<FaultKind, "delay" | "neverEnd" | "staleRead">, Told>> = {
  tooManyRequests: ["RESOURCE_EXHAUSTED", "Quota exceeded for requests per minute."],
  unavailable: ["UNAVAILABLE", "The service is currently unavailable."],
  refuse: ["INTERNAL", "Internal error encountered."],
  loseAnswer: ["UNAVAILABLE", "The connection was lost before the answer."],
  failLate: ["FAILED_PRECONDITION", "Model server exited unexpectedly."],
  quota: ["RESOURCE_EXHAUSTED", "The following quotas are exceeded: CustomModelServingCPUsPerProjectPerRegion"],
  expireToken: [
    "UNAUTHENTICATED",
    "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.",
  ],
};

function told({ fault, status, message, retryAfterSeconds }: PlannedFault): Status {
  const [usualCode, usualMessage] = TOLD[fault as keyof typeof TOLD];
  return { code: status ?? usualCode, message: message ?? usualMessage, details: details(fault, retryAfterSeconds) };
}

function details(fault: FaultKind, retryAfterSeconds: number | undefined): readonly StatusDetail[] {
  const kind = "type.googleapis.com/google.rpc.";
  const found: StatusDetail[] = [];
  if (retryAfterSeconds !== undefined) {
    found.push({ "@type": `${kind}RetryInfo`, retryDelay: `${retryAfterSeconds}s` });
  }
  if (fault === "quota") {
    const violations = [{ subject: "project", description: "CustomModelServingCPUsPerProjectPerRegion" }];
    found.push({ "@type": `${kind}QuotaFailure`, violations });
  }
  if (fault === "expireToken") {
    found.push({ "@type": `${kind}ErrorInfo`, reason: "ACCESS_TOKEN_EXPIRED", domain: "googleapis.com" });
  }
  return found;
}
