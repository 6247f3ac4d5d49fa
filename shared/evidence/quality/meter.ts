import { Failure } from "../../failure.ts";
import type { Spill } from "../../ports/spill.ts";
import type { Task } from "../../schema/release.types.ts";
import type { QualityEvidence } from "../quality.ts";
import { blockwise } from "./blocks.ts";
import { type CurveTally, curveTally } from "./curves.ts";
import { type Group, measuredGroup } from "./group.ts";
import { allRows } from "./group-rows.ts";
import { keeper } from "./kept-rows.ts";
import { marginOf } from "./needed-rows.ts";
import type { QualityQuestion } from "./question.ts";
import { rowsWithin } from "./rows-within.ts";
import type { ScoredBatch } from "./scored-batch.ts";
import { scratch } from "./scratch.ts";

/** Measures champion and challenger on the same rows, overall and slice by slice, in memory that does not grow with the rows. */
export interface QualityMeter {
  /** The next rows, in the order of the evaluation set and in batches of any size. */
  add(batch: ScoredBatch): Promise<void>;
  finish(): Promise<QualityEvidence>;
}

export interface QualityPorts {
  readonly spill: Spill;
  /** How much of the rows is kept in memory; the rest is spilled. */
  readonly memoryBytes?: number;
}

export function qualityMeter(question: QualityQuestion, ports: QualityPorts): QualityMeter {
  const room = scratch();
  let groups: Groups | null = null;
  const blocks = blockwise((block) => {
    groups ??= groupsOf(question, block.challenger.width, ports);
    requireLabels(block, question.evaluation.task);
    const rows = allRows(block);
    groups.all.add(rows);
    groups.curves.add(rows);
    for (const [slice, group] of groups.slices.entries()) {
      const members = rowsWithin(rows, block.slices[slice]!, room);
      if (members.rows > 0) group.add(members);
    }
  });
  return {
    async add(batch) {
      blocks.add(batch);
    },
    async finish() {
      blocks.end();
      return evidenceOf(question, groups ?? groupsOf(question, 1, ports));
    },
  };
}

interface Groups {
  readonly all: Group;
  readonly curves: CurveTally;
  readonly slices: readonly Group[];
}

function groupsOf(question: QualityQuestion, width: number, { spill, memoryBytes }: QualityPorts): Groups {
  const keep = keeper(spill, memoryBytes);
  const { primaryMetric } = question.evaluation;
  const curves = curveTally(question.evaluation.task);
  const ofSlice = (metric: string) => (metric === primaryMetric ? question.gates.slices : {});
  return {
    curves,
    all: measuredGroup(
      { ...question, width, curves, isSlice: false, marginOf: (metric) => marginOf(question.gates, metric) },
      { kept: keep(), spill },
    ),
    slices: question.slices.map(() =>
      measuredGroup({ ...question, width, curves: null, isSlice: true, marginOf: ofSlice }, { kept: keep(), spill }),
    ),
  };
}

/** One group after the other, so that only one at a time is sorted. */
async function evidenceOf(question: QualityQuestion, groups: Groups): Promise<QualityEvidence> {
  const { lossPValue: _, ...all } = await groups.all.finish();
  const slices = [];
  for (const [index, { predicate, required }] of question.slices.entries()) {
    slices.push({ predicate, isRequired: required, ...(await groups.slices[index]!.finish()) });
  }
  const { task, primaryMetric } = question.evaluation;
  return { task, primaryMetric, ...all, slices, curves: groups.curves.finish() };
}

/** A class that is none would be counted nowhere. */
function requireLabels({ firstRow, labels, challenger }: ScoredBatch, task: Task): void {
  if (task === "regression") return;
  const classes = Math.max(2, challenger.width);
  const row = labels.findIndex((label) => !(Number.isInteger(label) && label >= 0 && label < classes));
  if (row < 0) return;
  const message = `row ${firstRow + row + 1} has the label ${labels[row]}, and the model scores ${classes} classes`;
  throw new Failure("dataset-invalid", message, { fix: "Compare the labels of the data with those of the contract." });
}
