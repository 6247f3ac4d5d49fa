import { describeOrigin, type Judgement, type Trial } from "./judgement.ts";

/** An empty name caches in memory; any other one names files to write, and to trust when they are there already. */
export function judgeCache({ node, origins }: Trial): Judgement | null {
  const found = origins(1);
  const wrong = found.find((origin) => origin.kind !== "constant" || origin.text !== "");
  if (wrong === undefined && found.length > 0) return null;
  const where = wrong === undefined ? "unknown" : describeOrigin(wrong);
  return {
    reason: `${node.op} writes its cache to files: their name is ${where}`,
    fix: "Call Dataset.cache() without a file name.",
  };
}
