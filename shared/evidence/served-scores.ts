import type { NamedTensors } from "../ports/tensor.ts";
import type { Manifest } from "../release/manifest.ts";
import { floatsOf } from "./difference.ts";

/**
 * One number for each row, to compare how two models' answers are distributed: the score; of a binary model the second
 * class's, of several classes the surest one's. None where the output holds no numbers.
 */
export function servedScores(outputs: NamedTensors, { contract, evaluation }: Manifest): readonly number[] {
  const tensor = outputs.get(evaluation?.output ?? contract.outputs[0]?.name ?? "");
  if (tensor === undefined || tensor.dtype === "string" || tensor.dtype.startsWith("complex")) return [];
  const values = Array.from((floatsOf(tensor) ?? tensor.data) as ArrayLike<number | bigint>, Number);
  const rows = tensor.shape[0] ?? 1;
  const width = rows === 0 ? 0 : values.length / rows;
  if (width === 0) return [];
  const scoreAt = (row: number): number => {
    const first = row * width;
    if (width === 2 && evaluation?.task !== "regression") return values[first + 1]!;
    return values.slice(first, first + width).reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  };
  return Array.from({ length: rows }, (_, row) => scoreAt(row));
}
