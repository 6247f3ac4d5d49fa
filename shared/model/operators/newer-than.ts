import { Failure } from "../../failure.ts";
import type { MetaGraph, SavedModel } from "../graph.ts";
import { TENSORFLOW_VERSIONS } from "./catalogue.ts";
import { needsOf } from "./needs.ts";

/** An operator, an attribute of it, or a value of that attribute, which an older TensorFlow does not know. */
export interface NewerOperator {
  readonly operator: string;
  readonly attribute: string | null;
  readonly value: string | null;
  /** The first version that knows it: `2.13`. */
  readonly since: string;
  /** It refuses the node, or runs it as if the attribute were not there and may compute something else. */
  readonly effect: "refused" | "ignored";
  /** The first few nodes with it; inside a function as `function/node`. */
  readonly nodes: readonly string[];
  readonly count: number;
}

const OLDEST = TENSORFLOW_VERSIONS[0]!.minor;

/**
 * What this model uses that a given TensorFlow (`2.9`, `2.15.1`) does not know, the newest first. Attributes that it
 * may ignore without harm, which hint or repeat a default, are left out.
 */
export function newerThan(model: SavedModel | MetaGraph, tensorflowVersion: string): readonly NewerOperator[] {
  const minor = minorOf(tensorflowVersion);
  return needsOf(model)
    .filter(({ needed }) => needed > minor)
    .sort((a, b) => b.since - a.since || (a.operator < b.operator ? -1 : 1))
    .map(({ operator, attribute, value, since, refusedBefore, nodes, count }) => {
      const effect = minor < refusedBefore ? "refused" : "ignored";
      return { operator, attribute, value, since: `2.${since}`, effect, nodes, count };
    });
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
