import type { ReleaseInspection } from "../../model/release-inspection.ts";
import type { Manifest } from "../../release/manifest.ts";
import { contractChanges } from "../contract-changes.ts";
import { notApplicable } from "../unmeasured.ts";
import type { ArtifactEvidence } from "./challenge.ts";

/** What is known of the artifact before anything of it is loaded. */
export function artifactEvidence(
  manifest: Manifest,
  champion: Manifest | null,
  inspection: ReleaseInspection,
): ArtifactEvidence {
  const { release, safety, servable, lint } = inspection;
  return {
    lint: {
      findings: lint,
      missing: release.missing.map(({ path }) => path),
      placeholders: release.placeholders,
      servable: servable.findings,
      completeness: release.completeness,
      warnings: warningsOf(manifest),
    },
    digest: { declared: release.declaredDigest, actual: inspection.digest },
    signature: release.signature ?? notApplicable("the manifest names no signer"),
    safety: { findings: safety.findings },
    size: { bytes: inspection.bytes, files: inspection.files },
    contract: { mismatches: release.contract, ...contractChanges(champion?.contract ?? null, manifest.contract) },
  };
}

/** Why nothing of this artifact may be loaded; null where nothing speaks against it. */
export function loadingRefused({ digest, safety, lint }: ArtifactEvidence): string | null {
  if (digest.declared !== digest.actual) return "the artifact is not the one that the manifest pins";
  if (safety.findings.length > 0) return "the artifact is not safe to load";
  return lint.findings.some(({ level }) => level === "fail") ? "the artifact holds what must not be released" : null;
}

function warningsOf({ evaluation }: Manifest): readonly string[] {
  if (evaluation === undefined || evaluation.dataset.digest !== undefined) return [];
  return ["evaluation.dataset has no digest: nobody can tell later which rows were judged"];
}
