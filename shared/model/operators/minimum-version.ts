import type { MetaGraph, SavedModel } from "../graph.ts";
import { TENSORFLOW_VERSIONS } from "./catalogue.ts";
import { metaGraphsOf, needsOf } from "./needs.ts";

const OLDEST = TENSORFLOW_VERSIONS[0]!;
const NEWEST = TENSORFLOW_VERSIONS.at(-1)!;

/** The lowest minor version that does all that this model says; `2.1` stands for all before it too. */
export function minimumTensorFlow(model: SavedModel | MetaGraph): string {
  const needed = [...metaGraphsOf(model).map(minorForGraph), ...needsOf(model).map(({ needed }) => needed)];
  return `2.${needed.reduce((highest, minor) => Math.max(highest, minor), OLDEST.minor)}`;
}

/** A graph's `min_consumer` refuses every reader whose own graph version is lower. */
function minorForGraph({ minConsumer }: MetaGraph): number {
  return (TENSORFLOW_VERSIONS.find(({ graphVersion }) => graphVersion >= minConsumer) ?? NEWEST).minor;
}
