import type { DatasetRequest } from "../../ports/dataset.ts";
import { columnSink } from "./columns/column-sink.ts";
import type { Plan } from "./columns/plan.ts";
import { createProblems, type Problems } from "./columns/problems.ts";
import { copyColumn, readersOf } from "./columns/readers.ts";
import type { Sink } from "./columns/sinks.ts";
import type { Block, Surveyed, Table } from "./columns/table.ts";
import { invalid } from "./failures.ts";
import { type Repeat, type UniqueIds, uniqueIds } from "./ids/unique.ts";
import { type Counter, countValues, type Groups } from "./slices/groups.ts";
import { valueReader } from "./slices/members.ts";

/** What has to be known of the whole file before its first batch. */
export interface Survey extends Surveyed {
  /** By the column that is grouped by. */
  readonly groups: ReadonlyMap<string, Groups>;
  readonly remarks: readonly string[];
}

/** A column of this name tells the rows apart, unless the model is fed with it. */
const ID = "id";

/** One pass: how many rows, of which bytes, which groups there are, and whether an id is there twice. */
export async function surveyTable(table: Table, request: DatasetRequest, plan: Plan): Promise<Survey> {
  const problems = createProblems(request.path);
  const idSink = idSinkOf(table, request, plan);
  await using ids = idSink === undefined ? undefined : uniqueIds(idSink);
  const counters = countersOf(request, plan);
  const counted = [...counters.keys()].map((name) => plan.sliced.get(name)!.sink);
  const { sinks, copies } = readersOf(idSink === undefined ? counted : [...counted, idSink]);
  const take = (block: Block): void => {
    for (const copy of copies) copyColumn(copy, block.rows);
    ids?.add(block);
    for (const [name, counter] of counters) countBlock(counter, valueReader(plan.sliced.get(name)!), block.rows);
  };
  const settle = async (block: Block): Promise<void> => {
    take(block);
    await ids?.settle();
  };
  const surveyed = await table.survey({ sinks, problems, blockRows: plan.blockRows }, settle);
  if (ids !== undefined) await reportRepeats(ids, problems);
  if (problems.count > 0) throw problems.failure();
  if (surveyed.rows === 0)
    throw invalid(request.path, "it has no rows", "Write the rows that the models are compared on.");
  const groups = new Map([...counters].map(([name, counter]) => [name, counter.groups()]));
  const remarks = [...groups.values()].flatMap(({ remark }) => remark ?? []);
  return { ...surveyed, groups, remarks };
}

function idSinkOf(table: Table, { evaluation }: DatasetRequest, plan: Plan): Sink | undefined {
  const column = table.columns.find(({ name }) => name === ID);
  if (column === undefined || column.isList || column.type === "other") return undefined;
  const fed = plan.inputs.flatMap(({ columns }) => columns.map(({ sink }) => sink.column));
  const isUsed = [...fed, evaluation.label, evaluation.weight].includes(ID);
  return isUsed ? undefined : columnSink(column, plan.blockRows);
}

function countersOf({ slices }: DatasetRequest, plan: Plan): ReadonlyMap<string, Counter> {
  const names = slices.flatMap((slice) => ("by" in slice ? [slice.by] : []));
  return new Map(names.map((name) => [name, countValues(name, plan.sliced.get(name)!.type !== "any")]));
}

function countBlock(counter: Counter, read: ReturnType<typeof valueReader>, rows: number): void {
  for (let row = 0; row < rows; row++) counter.count(read(row));
}

async function reportRepeats(ids: UniqueIds, problems: Problems): Promise<void> {
  for (const repeat of await ids.repeats()) problems.add(misfitOf(repeat));
}

function misfitOf({ row, line, firstRow }: Repeat): Parameters<Problems["add"]>[0] {
  const what = `it repeats the id of row ${firstRow + 1}`;
  const misfit = {
    row: row + 1,
    column: ID,
    what,
    fix: "Take one of the two rows out, or name the column differently.",
  };
  return line === undefined ? misfit : { ...misfit, line };
}
