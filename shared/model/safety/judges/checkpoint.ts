import type { Origin } from "../flow/place.ts";
import type { Phase } from "../reach/roots.ts";
import { describeOrigin, type Judgement, type Trial } from "./judgement.ts";

const FIX = "Leave saving and restoring to tf.saved_model.save, and export no function that does either.";

const OUTSIDE: Readonly<Record<Phase, string>> = {
  serve: "outside the model's own saver, for a request",
  initialise: "outside the model's own saver, at load",
  restore: "while the saver restores",
  save: "while the saver saves",
};

/** What real savers join to the path: `_temp_0123abcd/part`, `.part`. No sequence of these can climb out. */
const SAFE_SUFFIX = /^([/._]?[\w-]+([/.][\w-]+)*)?$/;

/** Restoring belongs to the load, saving to whoever saves, both at the path that is handed to the saver. */
export function judgeCheckpoint({ node, phase, origins }: Trial): Judgement | null {
  const restores = node.op.includes("Restore");
  const does = restores ? "reads files" : "writes files";
  if (phase !== (restores ? "restore" : "save")) return { reason: `${node.op} ${does} ${OUTSIDE[phase]}`, fix: FIX };
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
