import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { replaceSection } from "../../.github/scripts/generated-section.ts";
import { embeddedRuntime } from "../../shared/adapters/embedded/runtime.ts";
import { localFiles } from "../../shared/adapters/files/files.ts";
import { type Failure, toFailure } from "../../shared/failure.ts";
import type { LoadedModel } from "../../shared/ports/runtime.ts";
import { project } from "../repo/project.ts";
import { type Comparison, compareOutputs } from "../shared/adapters/embedded/compare.ts";
import { tensorFrom, type WrittenTensor } from "../shared/adapters/embedded/kernels/kernel-case.ts";

/*
 * Runs the embedded runtime over a folder of models made by .github/tools/make-keras-zoo.py, and says how far it is from
 * TensorFlow's answers. Usage: node test/bench/zoo.ts FOLDER [--write] [NAME …]; --write puts the table into the docs.
 */

interface Expected {
  readonly group: string;
  /** The part of its spread by which an output may differ: no decision would notice it, and float32 stays below. */
  readonly share: number;
  readonly calls: readonly Call[];
}

interface Call {
  readonly inputs: Readonly<Record<string, WrittenTensor>>;
  readonly outputs: Readonly<Record<string, WrittenTensor>>;
  readonly spread: Readonly<Record<string, number | null>>;
}

interface Row {
  readonly name: string;
  readonly group: string;
  readonly difference: number;
  readonly spread: number | null;
  readonly problem: string | null;
}

const DOCUMENT = join(project, ".github/docs/embedded.md");

const [folder = "", ...options] = process.argv.slice(2);
const wanted = options.filter((option) => !option.startsWith("--"));
const rows: Row[] = [];
for (const name of readdirSync(folder).sort()) {
  if (!existsSync(join(folder, name, "expected.json")) || (wanted.length > 0 && !wanted.includes(name))) continue;
  const row = await measure(name);
  rows.push(row);
  console.log(`${row.problem === null ? "ok  " : "MISS"} ${name} ${row.problem ?? shown(row)}`);
}
console.log(`${rows.filter(({ problem }) => problem === null).length} of ${rows.length} pass`);
if (options.includes("--write")) {
  writeFileSync(DOCUMENT, replaceSection(readFileSync(DOCUMENT, "utf8"), "zoo", table(rows)));
}

async function measure(name: string): Promise<Row> {
  const {
    group,
    share = 1e-3,
    calls,
  } = JSON.parse(readFileSync(join(folder, name, "expected.json"), "utf8")) as Expected;
  try {
    await using model = await embeddedRuntime(localFiles()).load({
      directory: join(folder, name),
      signatureName: "serving_default",
    });
    const comparisons: Comparison[] = [];
    for (const call of calls) comparisons.push(...(await answer(model, call)));
    return { name, group, ...worst(comparisons, share) };
  } catch (error) {
    return { name, group, difference: Number.NaN, spread: null, problem: worded(toFailure(error)) };
  }
}

async function answer(model: LoadedModel, { inputs, outputs, spread }: Call): Promise<readonly Comparison[]> {
  const given = new Map(Object.entries(inputs).map(([name, written]) => [name, tensorFrom(written)]));
  return compareOutputs(await model.predict(given), outputs, spread);
}

function worst(comparisons: readonly Comparison[], share: number): Pick<Row, "difference" | "spread" | "problem"> {
  const told = comparisons.filter(({ spread }) => spread !== null && spread > 0);
  const shares = told.map(({ difference, spread }) => difference / spread!);
  const largest = told[shares.indexOf(Math.max(...shares))];
  const difference = largest?.difference ?? Math.max(...comparisons.map((comparison) => comparison.difference));
  const spread = largest?.spread ?? null;
  const problem = comparisons.find((comparison) => comparison.problem !== null)?.problem ?? null;
  if (problem !== null) return { difference, spread, problem };
  const isFar = difference > (spread ?? 1) * share;
  return { difference, spread, problem: isFar ? `differs by ${figure(difference)}, spread ${figure(spread)}` : null };
}

function worded({ code, message }: Failure): string {
  return code === "internal" ? `defect: ${message}` : message;
}

function table(all: readonly Row[]): string {
  const groups = [...new Set(all.map(({ group }) => group))];
  return groups
    .map((group) =>
      groupTable(
        group,
        all.filter((row) => row.group === group),
      ),
    )
    .join("\n\n");
}

function groupTable(group: string, members: readonly Row[]): string {
  const passing = members.filter(({ problem }) => problem === null).length;
  const head = `### ${group}: ${passing} of ${members.length}\n\n| model | largest difference | spread | |\n|---|---|---|---|`;
  const lines = members.map(({ name, difference, spread, problem }) => {
    const result = problem === null ? "pass" : problem.replaceAll("|", "\\|").replaceAll("\n", " ");
    return `| ${name} | ${figure(difference)} | ${figure(spread)} | ${result} |`;
  });
  return [head, ...lines].join("\n");
}

function shown({ difference, spread }: Row): string {
  return `${figure(difference)} of ${figure(spread)}`;
}

function figure(value: number | null): string {
  if (value === null || Number.isNaN(value)) return "–";
  return value === 0 ? "0" : value.toPrecision(2);
}
