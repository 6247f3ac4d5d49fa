import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ZooModel, ZooRecord } from "../../.github/scripts/zoo-tables.ts";
import { embeddedRuntime } from "../../shared/adapters/embedded/runtime.ts";
import { localFiles } from "../../shared/adapters/files/files.ts";
import { toFailure } from "../../shared/failure.ts";
import { project } from "../repo/project.ts";
import { answeredCalls, readAnswers } from "../shared/adapters/embedded/answered-calls.ts";
import type { Comparison } from "../shared/adapters/embedded/compare.ts";

/*
 * Runs the embedded runtime over a folder of models made by .github/tools/make-keras-zoo.py, and says how far it is from
 * TensorFlow's answers. Usage: node test/bench/zoo.ts FOLDER [--record] [NAME …]; --record keeps what was found for the
 * docs, which `npm run docs` writes.
 */

const RECORD = join(project, "fixtures/keras-zoo.json");

const [folder = "", ...options] = process.argv.slice(2);
const wanted = options.filter((option) => !option.startsWith("--"));
const models: ZooModel[] = [];
for (const name of readdirSync(folder).sort()) {
  if (!existsSync(join(folder, name, "expected.json")) || (wanted.length > 0 && !wanted.includes(name))) continue;
  const model = await measure(name);
  models.push(model);
  const { problem, difference, spread } = model;
  console.log(problem === null ? `ok   ${name} ${difference} of ${spread}` : `MISS ${name} ${problem}`);
}
console.log(`${models.filter(({ problem }) => problem === null).length} of ${models.length} pass`);
if (options.includes("--record")) record();

function record(): void {
  const made = JSON.parse(readFileSync(join(folder, "keras.json"), "utf8")) as Omit<ZooRecord, "models">;
  const { layers, ...versions } = made;
  const line = ([name, value]: readonly [string, unknown]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`;
  const text = `{
${Object.entries(versions)
  .map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},`)
  .join("\n")}
  "layers": {
${Object.entries(layers).map(line).join(",\n")}
  },
  "models": [
${models.map((model) => `    ${JSON.stringify(model)}`).join(",\n")}
  ]
}
`;
  writeFileSync(RECORD, text);
}

async function measure(name: string): Promise<ZooModel> {
  const answers = readAnswers(join(folder, name));
  const { group, layers, share } = answers;
  try {
    const runtime = embeddedRuntime(localFiles());
    const comparisons = await answeredCalls(runtime, join(folder, name), answers);
    return { name, group, layers, share, ...worst(comparisons, share) };
  } catch (error) {
    const { code, message } = toFailure(error);
    const problem = code === "internal" ? `defect: ${message}` : message;
    return { name, group, layers, share, difference: null, spread: null, problem };
  }
}

function worst(comparisons: readonly Comparison[], share: number): Pick<ZooModel, "difference" | "spread" | "problem"> {
  const told = comparisons.filter(({ spread }) => spread !== null && spread > 0);
  const shares = told.map(({ difference, spread }) => difference / spread!);
  const largest = told[shares.indexOf(Math.max(...shares))];
  const difference = largest?.difference ?? Math.max(...comparisons.map((comparison) => comparison.difference));
  const spread = largest?.spread ?? null;
  const problem = comparisons.find((comparison) => comparison.problem !== null)?.problem ?? null;
  if (problem !== null) return { difference: null, spread, problem };
  const isFar = difference > (spread ?? 1) * share;
  return { difference, spread, problem: isFar ? `differs by ${difference}, spread ${spread}` : null };
}
