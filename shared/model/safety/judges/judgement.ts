import type { GraphNode } from "../../graph.ts";
import type { Origin, Program } from "../flow/place.ts";
import type { Phase } from "../reach/roots.ts";
import type { Scope } from "../reach/scope.ts";

/** Why a node fails, and what to do about it. */
export interface Judgement {
  readonly reason: string;
  readonly fix: string;
}

/** A node that runs in some phase, with all that its arguments may be asked. */
export interface Trial {
  readonly program: Program;
  readonly phase: Phase;
  readonly scope: Scope;
  readonly node: GraphNode;
  /** Where the node's data input of that index may come from. */
  origins(input: number): readonly Origin[];
}

/** An origin in words, to follow "the path is". */
export function describeOrigin(origin: Origin): string {
  if (origin.kind === "constant") return `the constant ${quoted(origin.text)}`;
  if (origin.kind === "asset") return `the asset ${quoted(origin.file)}`;
  if (origin.kind === "request") return `taken from the request (${quoted(origin.tensor)})`;
  if (origin.kind === "checkpoint") return "the path of the model's variables";
  return origin.kind === "computed" ? `computed by ${quoted(origin.operator)}` : `the variable ${quoted(origin.name)}`;
}

const LONGEST = 200;

/** Text of the model inside a sentence, short enough to read. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}
