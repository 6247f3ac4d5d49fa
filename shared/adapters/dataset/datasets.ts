import { Failure } from "../../failure.ts";
import type { Batch, Dataset, DatasetRequest, Datasets, Shard } from "../../ports/dataset.ts";
import { type Plan, planReading } from "./columns/plan.ts";
import { createProblems } from "./columns/problems.ts";
import type { BlockRange, Surveyed, Table } from "./columns/table.ts";
import { openTable } from "./format.ts";
import type { Packages } from "./parquet/duckdb.ts";
import { assembler } from "./rows/assemble.ts";
import { cut } from "./rows/cut.ts";
import type { Groups } from "./slices/groups.ts";
import { slicesOf } from "./slices/members.ts";
import { surveyTable } from "./survey.ts";
import { openSource } from "./text/source.ts";
import { withSteadyMemory } from "./young-generation.ts";

/** When something is wrong with the rows, so many more are looked at for whatever else is. */
const MORE_BLOCKS = 64;

export interface FileDatasets {
  /** Asked where native packages were put, if they are not beside us, when a Parquet file is read. */
  readonly packages?: Packages;
}

/** Evaluation sets in files: CSV, JSON lines and Parquet. */
export function fileDatasets({ packages }: FileDatasets = {}): Datasets {
  return { open: (request) => openDataset(request, packages) };
}

async function openDataset(request: DatasetRequest, packages: Packages | undefined): Promise<Dataset> {
  const source = await openSource(request.path);
  let opened: AsyncDisposable = source;
  try {
    const table = withSteadyMemory(await openTable(source, packages));
    opened = table;
    const plan = planned(request, table);
    const survey = await surveyTable(table, request, plan);
    return datasetOf(request, table, { ...survey, plan });
  } catch (error) {
    await opened[Symbol.asyncDispose]();
    throw error;
  }
}

function planned(request: DatasetRequest, table: Table): Plan {
  const found = planReading(request, table.columns);
  if ("plan" in found) return found.plan;
  const problems = found.refusals.map(({ what, fix }) => ({
    file: request.path,
    line: 1,
    column: 1,
    message: what,
    fix,
  }));
  const [first, ...others] = problems;
  const more = others.length > 0 ? `, and ${others.length} more` : "";
  throw new Failure("dataset-invalid", `${request.path}: ${first!.message}${more}`, { fix: first!.fix, problems });
}

interface Opened extends Surveyed {
  readonly plan: Plan;
  readonly groups: ReadonlyMap<string, Groups>;
  readonly remarks: readonly string[];
}

function datasetOf(request: DatasetRequest, table: Table, opened: Opened): Dataset {
  const { rows, digest, plan, groups, remarks } = opened;
  const { blockRows } = plan;
  const range = blocksOf(Math.ceil(rows / blockRows), request.shard);
  const firstRow = range.first * blockRows;
  let isDisposed = false;
  return {
    rows,
    digest,
    remarks,
    blockRows,
    slices: slicesOf(request, plan, groups).slices,
    range: { firstRow, rows: Math.min(rows, range.end * blockRows) - firstRow },
    batches(size) {
      if (isDisposed)
        throw new Failure("internal", `${request.path} was read after it was closed`, { fix: "Report this." });
      return batchesOf(request, table, { range, groups, size });
    },
    async [Symbol.asyncDispose]() {
      if (!isDisposed) await table[Symbol.asyncDispose]();
      isDisposed = true;
    },
  };
}

/** Neighbouring blocks, so that a shard reads one part of the file. */
function blocksOf(blocks: number, { index, count }: Shard = { index: 0, count: 1 }): BlockRange {
  if (!(Number.isInteger(index) && Number.isInteger(count) && index >= 0 && index < count)) {
    throw new Failure("usage", `there is no shard ${index + 1} of ${count}`, {
      fix: "Ask for --shard i/n with i from 1 to n.",
    });
  }
  return { first: Math.floor((index * blocks) / count), end: Math.floor(((index + 1) * blocks) / count) };
}

interface Pass {
  readonly range: BlockRange;
  readonly groups: ReadonlyMap<string, Groups>;
  readonly size: number;
}

/** Each pass has sinks of its own, so that passes do not disturb each other. */
async function* batchesOf(request: DatasetRequest, table: Table, { range, groups, size }: Pass): AsyncIterable<Batch> {
  const plan = planned(request, table);
  const problems = createProblems(request.path);
  const assemble = assembler(plan, request, slicesOf(request, plan, groups).members);
  let looked = 0;
  for await (const block of table.read({ sinks: plan.sinks, problems, blockRows: plan.blockRows }, range)) {
    const batch = assemble(block, problems);
    if (problems.count === 0) yield* cut(batch, size);
    else if (problems.isFull || ++looked > MORE_BLOCKS) break;
  }
  if (problems.count > 0) throw problems.failure();
}
