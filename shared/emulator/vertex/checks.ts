import { badField } from "../protos/misfit.ts";
import { refusal } from "../status.ts";
import type { Labels } from "./documents.ts";

const MAX_DISPLAY_NAME = 128;
const MAX_LABELS = 64;
const LABEL = /^[\p{Ll}\p{Lo}\p{N}_-]{0,64}$/u;

export function checkDisplayName(displayName: string | undefined): asserts displayName is string {
  if (displayName === undefined || displayName === "") throw badField("display_name", "The display name is required.");
  if (displayName.length > MAX_DISPLAY_NAME) {
    throw badField("display_name", `The display name has more than ${MAX_DISPLAY_NAME} characters.`);
  }
}

/** Lowercase letters, digits, underscores and dashes; international ones too. */
export function checkLabels(labels: Labels | undefined): void {
  const entries = Object.entries(labels ?? {});
  if (entries.length > MAX_LABELS) throw badField("labels", `There are more than ${MAX_LABELS} labels.`);
  for (const [key, value] of entries) {
    if (key !== "" && LABEL.test(key) && LABEL.test(value)) continue;
    const shown = `${key}: ${value}`.slice(0, 200);
    throw badField(
      "labels",
      `Invalid label "${shown}": keys and values hold up to 64 lowercase letters, digits, _ and -.`,
    );
  }
}

/** A blind overwrite is allowed, and so are etags that match. */
export function checkEtag(given: string | undefined, own: string, conflict: "ABORTED" | "FAILED_PRECONDITION"): void {
  if (given === undefined || given === "" || given === own) return;
  throw refusal(
    conflict,
    `The etag ${given.slice(0, 100)} is not the current one: the resource was changed meanwhile.`,
  );
}

export function checkQuota(what: string, count: number, limit: number | undefined): void {
  if (limit === undefined || count < limit) return;
  const violations = [{ subject: what, description: `The limit is ${limit}.` }];
  throw refusal("RESOURCE_EXHAUSTED", `The following quotas are exceeded: ${what} (limit ${limit}).`, [
    { "@type": "type.googleapis.com/google.rpc.QuotaFailure", violations },
  ]);
}
