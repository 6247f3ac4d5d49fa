import type { MetaGraph } from "../graph.ts";
import type { SafetyFinding } from "../safety/finding.ts";
import { scanKerasConfiguration } from "./keras/configuration.ts";

/** Keras up to 2.4 keeps its layers' configuration in the graph's own tree of objects: only bytecode counts there. */
export function scanKerasObjects(metaGraphs: readonly MetaGraph[], file: string): readonly SafetyFinding[] {
  const nodes = metaGraphs.flatMap((graph) => graph.objects?.nodes ?? []);
  const findings = nodes
    // The JSON may spell any letter as an escape.
    .filter((node) => node.kind === "userObject" && /ambda|\\u/.test(node.metadata))
    .flatMap(({ identifier, metadata }) =>
      scanKerasConfiguration(metadata, { place: { file, members: [identifier] }, foreign: "tolerated" }),
    );
  return [...new Map(findings.map((finding) => [finding.reason, finding])).values()];
}
