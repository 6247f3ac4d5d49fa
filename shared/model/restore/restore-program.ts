import type { MetaGraph } from "../graph.ts";
import type { Program } from "../safety/flow/place.ts";
import { programOf } from "../safety/reach/program.ts";
import { type Root, rootsOf } from "../safety/reach/roots.ts";

/** Enough for a hundred thousand variables, and well under a second. */
const FLOW_STEPS = 1_000_000;

/** What a server runs when it restores, initialises and answers; saving, which it never does, is left out. */
export function servingProgram(metaGraph: MetaGraph): Program {
  return programOf(metaGraph, rootsOf(metaGraph).filter(isServed), { steps: FLOW_STEPS });
}

function isServed({ phase, label }: Root): boolean {
  return phase === "initialise" || phase === "restore" || (phase === "serve" && !label.startsWith("__"));
}
