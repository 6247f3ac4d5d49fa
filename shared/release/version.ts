import type { Problem } from "../failure.ts";
import type { Manifest, ManifestSource } from "./manifest.ts";

/** A version that was merged keeps its digest for ever: the ledger, the registry and people name releases by it. */
export function versionConflict(champion: Manifest, { manifest, problemAt }: ManifestSource): Problem | null {
  const { model, artifact } = manifest;
  if (champion.model.name !== model.name || champion.model.version !== model.version) return null;
  if (champion.artifact.digest === artifact.digest) return null;
  return problemAt({
    at: "/artifact/digest",
    message: `version ${model.version} of ${model.name} was merged with ${champion.artifact.digest}, and a merged version never changes its digest`,
    fix: "Raise model.version.",
  });
}
