import type { ServedCase } from "../../evidence/served-case.ts";
import type { Endpoint, EndpointState } from "../../ports/endpoint.ts";
import type { Manifest } from "../../release/manifest.ts";
import type { SmokeResult } from "../smoke.ts";
import { answerOf } from "./answer.ts";
import { sameAnswers } from "./same-answers.ts";

export interface SmokePorts {
  readonly endpoint: Pick<Endpoint, "read" | "predict">;
  readonly sleep: (ms: number) => Promise<void>;
}

/** More of them prove no more, and each costs a request. */
const MOST_CASES = 100;

/**
 * Asks the golden cases where the release serves. Only its own answers count: whoever else serves there is asked again,
 * and a platform that does not answer leaves the release unknown, never failed.
 */
export async function smokeTest(
  manifest: Manifest,
  cases: readonly ServedCase[],
  ports: SmokePorts,
): Promise<SmokeResult> {
  const read = await ports.endpoint.read();
  if (read.kind !== "done") return { kind: "unknown", reason: `the endpoint could not be read: ${read.message}` };
  const ids = servingIds(read.value, manifest);
  if (ids.size === 0) return { kind: "unknown", reason: "the release has no traffic at the endpoint" };
  const asked = cases.slice(0, MOST_CASES);
  const sameness = sameAnswers(manifest);
  let slowestMs = 0;
  for (const each of asked) {
    const answer = await answerOf(each, { manifest, ids, ...ports });
    if (answer.kind !== "right") return answer;
    sameness.add(each.recorded, answer.outputs);
    slowestMs = Math.max(slowestMs, answer.latencyMs);
  }
  const reason = sameness.problem();
  return reason === null ? { kind: "passed", requests: asked.length, slowestMs } : { kind: "failed", reason };
}

function servingIds({ deployed, split }: EndpointState, { artifact }: Manifest): ReadonlySet<string> {
  const serving = deployed.filter(({ id, digest }) => digest === artifact.digest && (split[id] ?? 0) > 0);
  return new Set(serving.map(({ id }) => id));
}
