import { assetEscape } from "../asset-path.ts";
import type { Origin } from "../flow/place.ts";
import { describeOrigin, type Judgement, quoted, type Trial } from "./judgement.ts";

const FIX =
  "Build the table from an asset (tf.lookup.TextFileInitializer, saved by tf.saved_model.save) and initialise it at load.";

/** A table may be read from the model's own assets, as the loader finds them, and from nowhere else. */
export function judgeTable({ node, phase, origins }: Trial): Judgement | null {
  const found = origins(1);
  const wrong = found.find((origin) => !isOwnAsset(origin));
  if (wrong === undefined && found.length > 0) return null;
  const where = wrong === undefined ? "unknown" : describe(wrong);
  const hint = phase === "serve" ? " (assets are filled in only while the model loads)" : "";
  return {
    reason: `${node.op} reads a file that is not an asset of this model: its name is ${where}${hint}`,
    fix: FIX,
  };
}

function isOwnAsset(origin: Origin): boolean {
  return origin.kind === "asset" && origin.role === "whole" && assetEscape(origin.file) === null;
}

function describe(origin: Origin): string {
  if (origin.kind === "asset" && origin.role === "whole") {
    return `the asset ${quoted(origin.file)}, which ${assetEscape(origin.file)}`;
  }
  return origin.role === "suffix" ? "joined from parts" : describeOrigin(origin);
}
