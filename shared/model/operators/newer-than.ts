import { Failure } from "../../failure.ts";
import type { MetaGraph, SavedModel } from "../graph.ts";
import { TENSORFLOW_VERSIONS } from "./catalogue.ts";
import { type Need, needsOf } from "./needs.ts";

/**
 * What an older TensorFlow refuses to run: an operator, an attribute of it, or a value of that attribute. That an
 * attribute equals its default does not help: only Python's loader for TensorFlow 1 strips those; the C++ loader, which
 * serving uses, refuses the node.
 */
export interface NewerOperator extends Omit<Need, "since"> {
  /** The first version that knows it: `2.13`. */
  readonly since: string;
}

const OLDEST = TENSORFLOW_VERSIONS[0]!.minor;

/** What this model uses that a given TensorFlow (`2.9`, `2.15.1`) does not know, the newest first. */
export function newerThan(model: SavedModel | MetaGraph, tensorflowVersion: string): readonly NewerOperator[] {
  const minor = minorOf(tensorflowVersion);
  return needsOf(model)
    .filter(({ since }) => since > minor)
    .sort((a, b) => b.since - a.since || (a.operator < b.operator ? -1 : 1))
    .map((need) => ({ ...need, since: `2.${need.since}` }));
}

function minorOf(tensorflowVersion: string): number {
  const [, major, minor] = /^v?([12])\.(\d{1,3})(?!\d)/.exec(tensorflowVersion) ?? [];
  if (major === undefined) {
    throw new Failure("usage", `"${tensorflowVersion.slice(0, 40)}" is no version of TensorFlow`, {
      fix: "Give a version such as 2.15 or 2.15.1.",
    });
  }
  return major === "1" ? OLDEST : Math.max(OLDEST, Number(minor));
}
