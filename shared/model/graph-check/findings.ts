import type { ServableFinding } from "../servable.ts";

/** What TensorFlow refuses at load or at the first call, and what a person does about it. */
const FIXES = {
  "schema-version": "Export the model again with a released TensorFlow.",
  "no-serving-metagraph": "Export the model for serving, which tags its metagraph `serve`.",
  "ambiguous-tags": "Keep one metagraph for each set of tags.",
  "no-signature": "Export the model with at least one signature, such as serving_default.",
  "graph-version": "Serve the model with the TensorFlow that wrote it or a later one.",
  "signature-tensor": "Export the model again, with signatures made from tensors of its own graph.",
  "signature-dtype": "Export the model again, so that the signature states the types of its graph.",
  "signature-shape": "Export the model again, so that the signature states shapes that its graph can hold.",
  "unknown-operator":
    "Replace the operator by stock TensorFlow ones, or load the library that registers it wherever the model runs.",
  "removed-operator": "Export the model again from its source with a current TensorFlow.",
} as const;

/** A graph that TensorFlow exported and nobody edited breaks none of the other rules. */
const EXPORT_AGAIN = "Export the model again: its graph was edited or damaged after TensorFlow wrote it.";

export type Rule =
  | keyof typeof FIXES
  | "attribute"
  | "call"
  | "constant"
  | "cycle"
  | "device"
  | "duplicate-name"
  | "illegal-name"
  | "input"
  | "input-dtype"
  | "missing-node"
  | "recursion"
  | "return"
  | "unknown-function";

export interface Problem {
  readonly rule: Rule;
  readonly message: string;
}

export interface Findings {
  add(rule: Rule, where: string, message: string): void;
  /** The first `MOST` of them, and how many more there are. */
  list(): readonly ServableFinding[];
}

const MOST = 50;
const SHOWN_CHARACTERS = 100;

export function findings(): Findings {
  const found: ServableFinding[] = [];
  let more = 0;
  return {
    add(rule, where, message) {
      if (found.length < MOST) found.push({ rule, where: shown(where), message, fix: fixOf(rule) });
      else more++;
    },
    list() {
      if (more === 0) return found;
      return [...found, { rule: "more", where: "", message: `and ${more} more`, fix: EXPORT_AGAIN }];
    },
  };
}

/** Names come from a hostile file and may be megabytes long. */
export function shown(name: string): string {
  return name.length <= SHOWN_CHARACTERS ? name : `${name.slice(0, SHOWN_CHARACTERS)}…`;
}

function fixOf(rule: Rule): string {
  return rule in FIXES ? FIXES[rule as keyof typeof FIXES] : EXPORT_AGAIN;
}
