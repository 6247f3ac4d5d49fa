import type { Failure } from "../failure.ts";
import { inspectRelease } from "../model/release-inspection.ts";
import type { DataSlice } from "../ports/dataset.ts";

import { artifactEvidence, loadingRefused } from "./collect/artifact.ts";
import { attempts } from "./collect/attempts.ts";
import { type Challenge, type CollectPorts, releaseId } from "./collect/challenge.ts";
import { measureLoaded } from "./collect/loaded.ts";
import { withoutModel } from "./collect/without-model.ts";
import type { Evidence } from "./evidence.ts";
import { notApplicable } from "./unmeasured.ts";

export interface Collected {
  readonly evidence: Evidence;
  /** What went wrong that is no one's verdict: each stands in the evidence as the reason why something is missing. */
  readonly faults: readonly Failure[];
  /** Of the evaluation set. */
  readonly slices: readonly DataSlice[];
}

const SERVED = "this very release served before";

/** Every gate's measurement, each for itself: only lint, digest and safety keep a model from being loaded. */
export async function collectEvidence(challenge: Challenge, ports: CollectPorts): Promise<Collected> {
  const { challenger, champion } = challenge;
  const inspection = await inspectRelease(challenger, { tensorflowVersion: null }, ports);
  const known = {
    schema: "model-release/evidence/v1",
    release: releaseId(challenger),
    champion: champion === null ? null : releaseId(champion),
    ...artifactEvidence(challenger.manifest, champion?.manifest ?? null, inspection),
    // Whoever has a cloud to rehearse in puts it in the place of this.
    rehearsal: notApplicable("nothing was rehearsed"),
    shortcut: challenge.shortcut,
  } as const;
  if (challenge.shortcut !== null) return { evidence: { ...known, ...withoutModel(SERVED) }, faults: [], slices: [] };
  const served = inspection.signatures.find(({ name }) => name === challenger.manifest.artifact.signatureName);
  const refused = loadingRefused(known) ?? (served === undefined ? "the model has no such signature" : null);
  if (refused !== null) return { evidence: { ...known, ...withoutModel(refused) }, faults: [], slices: [] };
  const tries = attempts(ports);
  const { evidence, slices, warnings } = await measureLoaded(challenge, served!, { ...ports, tries });
  const lint = { ...known.lint, warnings: [...known.lint.warnings, ...warnings] };
  return { evidence: { ...known, lint, ...evidence }, faults: tries.faults, slices };
}
