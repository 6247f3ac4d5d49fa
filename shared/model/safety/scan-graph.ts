import type { SavedModel } from "../graph.ts";
import { ambiguityFindings } from "./ambiguity.ts";
import { assetFindings } from "./asset-finding.ts";
import { collectFindings, type Findings } from "./collect.ts";
import type { SafetyFinding } from "./finding.ts";
import { assignments } from "./flow/assignment.ts";
import { dataInputs } from "./flow/copy.ts";
import { originsOf } from "./flow/origin.ts";
import type { Program } from "./flow/place.ts";
import { judgeNode } from "./judges/judge.ts";
import { objectRoots } from "./reach/object-roots.ts";
import { programOf } from "./reach/program.ts";
import { reachedSites } from "./reach/reach.ts";
import { PHASES, rootsOf } from "./reach/roots.ts";

/** Enough for every value of the largest published models, and well under a second of walking. */
const FLOW_STEPS = 300_000;

/**
 * What a model would do beyond the process that serves it: everything that runs when it loads, answers or saves, in every
 * metagraph, judged by an allowlist. Nothing is loaded.
 */
export function scanGraph(model: SavedModel): readonly SafetyFinding[] {
  const findings = collectFindings();
  const budget = { steps: FLOW_STEPS };
  model.metaGraphs.forEach((metaGraph, index) => {
    const suffix = index === 0 ? "" : ` (metagraph ${index + 1}: ${metaGraph.tags.join(", ")})`;
    for (const finding of [...ambiguityFindings(metaGraph), ...assetFindings(metaGraph)]) findings.add(finding);
    const roots = [...rootsOf(metaGraph), ...objectRoots(metaGraph)].map((root) => ({
      ...root,
      label: root.label + suffix,
    }));
    judgeProgram(programOf(metaGraph, roots, budget), findings);
  });
  return findings.all();
}

function judgeProgram(program: Program, findings: Findings): void {
  const assigned = assignments();
  for (const phase of PHASES) {
    for (const { scope, node, step } of reachedSites(program.reached[phase], program.scopes)) {
      const origins = (input: number) =>
        originsOf(program, { phase, scope, tensor: dataInputs(node)[input] ?? "", role: "whole" }, assigned);
      const judgement = judgeNode({ program, phase, scope, node, origins });
      if (judgement !== null)
        findings.add({ operator: node.op, node: node.name, file: null, path: step, ...judgement });
    }
  }
}
