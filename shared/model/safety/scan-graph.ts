import type { MetaGraph, SavedModel } from "../graph.ts";
import { ambiguityFindings } from "./ambiguity.ts";
import { assetFindings } from "./asset-finding.ts";
import { collectFindings, type Findings } from "./collect.ts";
import type { SafetyFinding } from "./finding.ts";
import { assignments } from "./flow/assignment.ts";
import { dataInputs } from "./flow/copy.ts";
import { feedsOf } from "./flow/feed.ts";
import { originsOf } from "./flow/origin.ts";
import type { Program } from "./flow/place.ts";
import { judgeNode } from "./judges/judge.ts";
import { reach, reachedSites } from "./reach/reach.ts";
import { PHASES, type Phase, rootsOf } from "./reach/roots.ts";
import { scopesOf } from "./reach/scope.ts";

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
    judgeProgram({ ...programOf(metaGraph, suffix), budget }, findings);
  });
  return findings.all();
}

function programOf(metaGraph: MetaGraph, suffix: string): Omit<Program, "budget"> {
  const scopes = scopesOf(metaGraph);
  const roots = rootsOf(metaGraph).map((root) => ({ ...root, label: root.label + suffix }));
  const inPhase = (wanted: Phase) => roots.filter(({ phase }) => phase === wanted);
  const reached = (phase: Phase) => reach(scopes, phase, inPhase(phase));
  return {
    feeds: feedsOf(metaGraph),
    scopes,
    reached: {
      serve: reached("serve"),
      initialise: reached("initialise"),
      restore: reached("restore"),
      save: reached("save"),
    },
  };
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
