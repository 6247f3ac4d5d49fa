import type { Problem } from "../failure.ts";
import type { JsonSchema } from "../schema/json-schema.ts";
import schema from "../schema/release.schema.json" with { type: "json" };
import type { Evaluation, Metric, ReleaseManifest } from "../schema/release.types.ts";
import { check, failureOf } from "../schema/validate.ts";
import { parseYaml } from "../schema/yaml.ts";
import { PRIMARY_METRIC } from "./metrics.ts";
import type { Complaint } from "./rules/rule.ts";
import { brokenRules, placed } from "./rules.ts";

/** A release as its manifest declares it, with every default filled in. */
export interface Manifest extends Omit<ReleaseManifest, "evaluation"> {
  readonly evaluation?: Evaluation & { readonly primaryMetric: Metric };
}

/** A manifest that still knows where everything stands in its file. */
export interface ManifestSource {
  readonly manifest: Manifest;
  readonly file: string;
  problemAt(complaint: Complaint): Problem;
}

/** The manifest, or one Failure `manifest-invalid` with every problem of the file. */
export function parseManifest(text: Uint8Array | string, file: string): Manifest {
  return readManifest(text, file).manifest;
}

export function readManifest(text: Uint8Array | string, file: string): ManifestSource {
  const parsed = parseYaml(text, file);
  const checked = check<ReleaseManifest>(schema as JsonSchema, parsed);
  const problems = [...checked.problems, ...brokenRules(checked, parsed)];
  if (problems.length > 0) throw failureOf("manifest-invalid", problems);
  return { manifest: withPrimaryMetric(checked.value), file, problemAt: (complaint) => placed(complaint, parsed) };
}

/** The one default that the schema cannot say: it depends on the task. */
function withPrimaryMetric({ evaluation, ...manifest }: ReleaseManifest): Manifest {
  if (evaluation === undefined) return manifest;
  const primaryMetric = evaluation.primaryMetric ?? PRIMARY_METRIC[evaluation.task];
  return { ...manifest, evaluation: { ...evaluation, primaryMetric } };
}
