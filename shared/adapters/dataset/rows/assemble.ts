import type { Batch, DatasetRequest } from "../../../ports/dataset.ts";
import type { Plan } from "../columns/plan.ts";
import type { Problems } from "../columns/problems.ts";
import { copyColumn } from "../columns/readers.ts";
import type { NumberSink } from "../columns/sinks.ts";
import type { Block } from "../columns/table.ts";
import type { SliceMembers } from "../slices/members.ts";
import { fillInput } from "./inputs.ts";
import { labelReader, type ReadLabel } from "./labels.ts";
import { type Report, reporter } from "./report.ts";

export type Assemble = (block: Block, problems: Problems) => Batch;

/** Makes what a block's sinks hold into tensors, labels, weights and memberships, all of them new. */
export function assembler(plan: Plan, request: DatasetRequest, membersOf: SliceMembers): Assemble {
  const readLabel = labelReader(plan.label, request);
  return (block, problems) => {
    const { firstRow, rows } = block;
    const report = reporter(block, problems);
    for (const copy of plan.copies) {
      for (const row of copyColumn(copy, rows)) report(row, copy.to.column, NOT_ALIKE);
    }
    const inputs = new Map(plan.inputs.map((input) => [input.name, fillInput(input, rows, report)]));
    const labels = labelsOf(readLabel, rows, (row, refusal) => report(row, plan.label.column, refusal));
    const slices = membersOf(rows, report);
    const batch = { firstRow, rows, inputs, labels, slices };
    return plan.weight === undefined ? batch : { ...batch, weights: weightsOf(plan.weight, rows, report) };
  };
}

const NOT_ALIKE = {
  what: "its value is no number, and an input takes the column for one",
  fix: "Write a number, or feed that input another column.",
};
const WEIGHT_FIX = "Give every row a finite weight of 0 or more.";
const MISSING_WEIGHT = { what: "the weight is missing, or NaN", fix: WEIGHT_FIX };
const NO_WEIGHT = { what: "the weight is no finite number ≥ 0", fix: WEIGHT_FIX };

function labelsOf(
  readLabel: ReadLabel,
  rows: number,
  refuse: (row: number, refusal: Exclude<ReturnType<ReadLabel>, number>) => void,
): Float64Array {
  const labels = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const label = readLabel(row);
    if (typeof label === "number") labels[row] = label;
    else refuse(row, label);
  }
  return labels;
}

function weightsOf({ column, values }: NumberSink, rows: number, report: Report): Float64Array {
  const weights = values.slice(0, rows);
  for (let row = 0; row < rows; row++) {
    const weight = weights[row]!;
    if (weight >= 0 && weight < Number.POSITIVE_INFINITY) continue;
    report(row, column, Number.isNaN(weight) ? MISSING_WEIGHT : NO_WEIGHT);
  }
  return weights;
}
