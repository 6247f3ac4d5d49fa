import type { Origin } from "../flow/place.ts";
import { describeOrigin, type Judgement, type Trial } from "./judgement.ts";

const FIX = "Leave saving and restoring to tf.saved_model.save, and export no function that does either.";

/** What real savers join to the path: `_temp_0123abcd/part`, `.part`. No sequence of these can climb out. */
const SAFE_SUFFIX = /^([/._]?[\w-]+([/.][\w-]+)*)?$/;

/** Saving and restoring belong to the saver, at the path that the loader hands to it. */
export function judgeCheckpoint({ node, phase, origins }: Trial): Judgement | null {
  const does = /Restore/.test(node.op) ? "reads files" : "writes files";
  if (phase !== "restore") return { reason: `${node.op} ${does} outside the model's own saver`, fix: FIX };
  const found = node.op === "MergeV2Checkpoints" ? [...origins(0), ...origins(1)] : origins(0);
  const wrong = found.find((origin) => !isOwnPath(origin));
  if (wrong === undefined && found.length > 0) return null;
  const where =
    wrong === undefined ? "unknown" : `${wrong.role === "suffix" ? "joined with " : ""}${describeOrigin(wrong)}`;
  return { reason: `${node.op} ${does} beside the model's own variables: its path is ${where}`, fix: FIX };
}

function isOwnPath(origin: Origin): boolean {
  if (origin.role === "suffix") return origin.kind === "constant" && SAFE_SUFFIX.test(origin.text);
  return origin.kind === "checkpoint";
}
