import { difference } from "../../evidence/difference.ts";
import { missOf } from "../../evidence/golden.ts";
import { readServedAnswer } from "../../evidence/served-answer.ts";
import type { ServedCase } from "../../evidence/served-case.ts";
import type { Endpoint } from "../../ports/endpoint.ts";
import type { NotDone, RefusalReason } from "../../ports/outcome.ts";
import type { NamedTensors } from "../../ports/tensor.ts";
import type { Manifest } from "../../release/manifest.ts";
import type { SmokeResult } from "../smoke.ts";

/** How one golden case was answered. */
export type SmokeAnswer =
  | { readonly kind: "right"; readonly outputs: NamedTensors; readonly latencyMs: number }
  | Exclude<SmokeResult, { readonly kind: "passed" }>;

export interface SmokeGround {
  readonly manifest: Manifest;
  readonly endpoint: Pick<Endpoint, "predict">;
  readonly sleep: (ms: number) => Promise<void>;
  /** The deployed models that are asked. */
  readonly ids: ReadonlySet<string>;
}

/** A split takes some seconds to reach every router, and a new server drops a request now and then. */
const ATTEMPTS = 5;
const PAUSE_MS = 2_000;
const TIMEOUT_MS = 30_000;
const TOLERANCE = { rtol: 1e-3, atol: 1e-5 };
/** What the release is to blame for, not the platform. */
const RELEASES_OWN: ReadonlySet<RefusalReason> = new Set(["artifact", "crashed", "invalid"]);

export async function answerOf(asked: ServedCase, ground: SmokeGround): Promise<SmokeAnswer> {
  let unknown = "";
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (attempt > 0) await ground.sleep(PAUSE_MS);
    const outcome = await ground.endpoint.predict({ instances: asked.instances, timeoutMs: TIMEOUT_MS });
    if (outcome.kind !== "done") {
      if (isReleasesOwn(outcome)) return failed(asked, `was refused: ${outcome.message}`);
      unknown = outcome.message;
    } else if (ground.ids.has(outcome.value.deployedModelId)) {
      return judged(asked, outcome.value, ground.manifest);
    } else {
      unknown = `deployed model ${outcome.value.deployedModelId || "without an id"} answered in its place`;
    }
  }
  return {
    kind: "unknown",
    reason: `the golden case on line ${asked.line} found no answer of the release: ${unknown}`,
  };
}

function isReleasesOwn(outcome: NotDone): boolean {
  return outcome.kind === "refused" && RELEASES_OWN.has(outcome.reason);
}

function judged(
  asked: ServedCase,
  { predictions, latencyMs }: { readonly predictions: readonly unknown[]; readonly latencyMs: number },
  { contract, golden }: Manifest,
): SmokeAnswer {
  const answer = readServedAnswer(predictions, asked.instances.length, contract);
  if (answer.kind === "invalid") return failed(asked, `was answered wrongly: ${answer.problem}`);
  for (const [name, wanted] of asked.recorded) {
    const miss = missOf(name, difference(wanted, answer.outputs.get(name), golden ?? TOLERANCE));
    if (miss !== null) return failed(asked, `was answered otherwise than recorded: ${miss}`);
  }
  return { kind: "right", outputs: answer.outputs, latencyMs };
}

function failed({ line }: ServedCase, what: string): SmokeAnswer {
  return { kind: "failed", reason: `the golden case on line ${line} ${what}` };
}
