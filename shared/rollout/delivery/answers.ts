import type { Tolerance } from "../../evidence/difference.ts";
import type { Endpoint } from "../../ports/endpoint.ts";
import type { Manifest } from "../../release/manifest.ts";
import type { SmokeResult } from "../smoke.ts";
import type { GoldenCase } from "./golden-cases.ts";

const TIMEOUT_MS = 30_000;
const TOLERANCE: Tolerance = { rtol: 1e-3, atol: 1e-5 };

/** Whether an endpoint answers known requests as they were recorded. */
export async function askGolden(
  cases: readonly GoldenCase[],
  { golden }: Pick<Manifest, "golden">,
  endpoint: Endpoint,
): Promise<SmokeResult> {
  for (const [index, { instances, predictions }] of cases.entries()) {
    const answer = await endpoint.predict({ instances, timeoutMs: TIMEOUT_MS });
    const which = `golden case ${index + 1}`;
    if (answer.kind !== "done") {
      const isTheirs = answer.kind === "refused" && (answer.reason === "crashed" || answer.reason === "invalid");
      return { kind: isTheirs ? "failed" : "unknown", reason: `${which}: ${answer.message}` };
    }
    if (!isAlike(answer.value.predictions, predictions, golden ?? TOLERANCE))
      return { kind: "failed", reason: `${which} is answered otherwise than recorded` };
  }
  return { kind: "passed", requests: cases.length };
}

/** A recorded object may name only some outputs. */
function isAlike(answered: unknown, recorded: unknown, tolerance: Tolerance): boolean {
  if (typeof recorded === "number" && typeof answered === "number")
    return Math.abs(answered - recorded) <= tolerance.atol + tolerance.rtol * Math.abs(recorded);
  if (Array.isArray(recorded) && Array.isArray(answered))
    return recorded.length === answered.length && recorded.every((each, at) => isAlike(answered[at], each, tolerance));
  if (typeof recorded !== "object" || recorded === null || Array.isArray(recorded)) return answered === recorded;
  if (typeof answered !== "object" || answered === null) return false;
  const others = answered as Readonly<Record<string, unknown>>;
  return Object.entries(recorded).every(([name, each]) => isAlike(others[name], each, tolerance));
}
