import { parseArgs } from "node:util";
import { readHostileTexts } from "./hostile-texts.ts";
import { inspectMutatedModels } from "./mutated-models.ts";
import { renderRandomReports } from "./random-reports.ts";

// The long run. Usage: npm run fuzz -- [--minutes 10] [--seed N]; a failure names the seed that repeats it.

const CASES = 1_000;
const REPORTS = 10_000;
const { values } = parseArgs({
  options: { minutes: { type: "string", default: "10" }, seed: { type: "string", default: String(Date.now() | 0) } },
});
const endMs = Date.now() + Number(values.minutes) * 60_000;

const { read } = readHostileTexts();
console.log(`${read} reports read that are full of one hostile text`);

const { shortened } = renderRandomReports(Number(values.seed), REPORTS);
console.log(`seed ${values.seed}: ${REPORTS} reports rendered, ${shortened} of them shortened`);

for (let seed = Number(values.seed); Date.now() < endMs; seed++) {
  const { inspected, refused, slowestMs } = await inspectMutatedModels(seed, CASES);
  console.log(`seed ${seed}: ${inspected} inspected, ${refused} refused, slowest ${slowestMs.toFixed(0)} ms`);
}
