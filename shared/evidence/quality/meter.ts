import { Failure } from "../../failure.ts";
import type { Spill } from "../../ports/spill.ts";
import type { Task } from "../../schema/release.types.ts";
import type { QualityEvidence } from "../quality.ts";
import { blockwise } from "./blocks.ts";
import { type CurveTally, curveTally } from "./curves.ts";
import { type Group, measuredGroup } from "./group.ts";
import { allRows } from "./group-rows.ts";
import { type Keeper, keeper } from "./kept/kept-rows.ts";
import type { Ranking } from "./kept/ranking.ts";
import { marginOf } from "./needed-rows.ts";
import type { QualityQuestion } from "./question.ts";
import { rowsWithin } from "./rows-within.ts";
import { type BatchForm, formOf, type ScoredBatch } from "./scored-batch.ts";
import { scratch } from "./scratch.ts";
import { rankingsOf } from "./tasks/rankings.ts";

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
    groups ??= groupsOf(question, formOf(block), ports);
    requireLabels(block, question.evaluation.task);
    const rows = allRows(block);
    groups.keeper.add(block);
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
      groups ??= groupsOf(question, NO_ROWS, ports);
      await rankAll(groups);
      return evidenceOf(question, groups);
    },
  };
}

interface Groups {
  readonly keeper: Keeper;
  /** The orders that all of them are to be gone through in. */
  readonly rankings: readonly Ranking[];
  readonly all: Group;
  readonly curves: CurveTally;
  readonly slices: readonly Group[];
}

type Form = Pick<BatchForm, "width" | "hasChampion">;
const NO_ROWS: Form = { width: 1, hasChampion: false };

function groupsOf(question: QualityQuestion, { width, hasChampion }: Form, ports: QualityPorts): Groups {
  const { spill, memoryBytes } = ports;
  const { task, primaryMetric } = question.evaluation;
  const kept = keeper(question.slices.length, spill, memoryBytes);
  const curves = curveTally(task);
  const ofSlice = (metric: string) => (metric === primaryMetric ? question.gates.slices : {});
  const shared = { ...question, width };
  return {
    keeper: kept,
    curves,
    rankings: rankingsOf(task, { width, models: hasChampion ? ["challenger", "champion"] : ["challenger"] }),
    all: measuredGroup(
      { ...shared, curves, isSlice: false, marginOf: (metric) => marginOf(question.gates, metric) },
      kept.all,
    ),
    slices: kept.slices.map((rows) =>
      measuredGroup({ ...shared, curves: null, isSlice: true, marginOf: ofSlice }, rows),
    ),
  };
}

/** One order after the other, so that only one at a time is in memory. */
async function rankAll({ rankings, all, slices }: Groups): Promise<void> {
  for (const ranking of rankings) for (const group of [all, ...slices]) await group.rank(ranking);
}

function evidenceOf(question: QualityQuestion, groups: Groups): QualityEvidence {
  const { lossPValue: _, ...all } = groups.all.finish();
  const slices = question.slices.map(({ predicate, required }, index) => ({
    predicate,
    isRequired: required,
    ...groups.slices[index]!.finish(),
  }));
  const { task, primaryMetric } = question.evaluation;
  return { task, primaryMetric, ...all, slices, curves: groups.curves.finish() };
}

/** A class that is none would be counted nowhere. */
function requireLabels({ firstRow, labels, challenger }: ScoredBatch, task: Task): void {
  if (task === "regression") return;
  const classes = Math.max(2, challenger.width);
  const row = firstNonClass(labels, classes);
  if (row < 0) return;
  const message = `row ${firstRow + row + 1} has the label ${labels[row]}, and the model scores ${classes} classes`;
  throw new Failure("dataset-invalid", message, { fix: "Compare the labels of the data with those of the contract." });
}

/** Without a callback, which each label would be made an object for. */
function firstNonClass(labels: Float64Array, classes: number): number {
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row]!;
    if (!(label >= 0 && label < classes && Math.trunc(label) === label)) return row;
  }
  return -1;
}
