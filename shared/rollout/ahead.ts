import type { Manifest } from "../release/manifest.ts";
import type { Effect } from "./effect.ts";
import type { Intent } from "./intent.ts";
import type { Situation } from "./situation.ts";
import { artifactUriOf } from "./wishes.ts";

/** What these were asked before a crash is looked up by themselves: they begin as if nothing had been asked. */
export const LOOKED_UP: ReadonlySet<Effect["kind"]> = new Set(["register", "deploy"]);

/** The intent as it is written before an effect, so that whoever comes after a crash knows what may have happened. */
export function writtenAhead(
  effect: Effect,
  { intent, nowMs, desired }: Pick<Situation, "intent" | "nowMs" | "desired">,
): Intent | null {
  if (intent === null) return null;
  switch (effect.kind) {
    case "stage":
      return { ...intent, staging: intent.staging === "none" ? "rising" : intent.staging };
    case "register":
      return { ...intent, upload: intent.upload ?? { operation: unknownUpload(desired.manifest!), sinceMs: nowMs } };
    case "deploy":
      return { ...intent, operation: intent.operation ?? { operation: unknownDeployment(intent), sinceMs: nowMs } };
    case "shift":
      return { ...intent, step: effect.step, stepSinceMs: null };
    case "latch":
      return { ...intent, latch: effect.latch };
    default:
      return intent;
  }
}

function unknownUpload(manifest: Manifest) {
  return { model: manifest.model.name, artifactUri: artifactUriOf(manifest), operation: null };
}

function unknownDeployment({ deployedModelId }: Intent) {
  return { kind: "deploy", deployedModelId, operation: null } as const;
}
