import type { Findings } from "./findings.ts";
import type { Library } from "./library.ts";
import type { UnknownOperators } from "./unknown-operators.ts";

/** What the checks of one body share. */
export interface BodyContext {
  readonly findings: Findings;
  readonly library: Library;
  readonly unknownOperators: UnknownOperators;
  readonly producer: number;
  /** Before the names of nodes: `function/`, or nothing in the graph itself. */
  readonly prefix: string;
  readonly isFunction: boolean;
  /** A function whose types or counts come from the call. */
  readonly isGeneric: boolean;
  /** A function that a node here calls or hands on. */
  calls(name: string): void;
}
