import { parseArgs } from "node:util";
import { CANONICAL } from "./canonical.ts";
import { ofEffects, orderedPairs, problemsWith, singleStrikes } from "./exhaustive.ts";
import { FOUND_SEEDS } from "./found-seeds.ts";
import { play } from "./history.ts";
import { plantAll } from "./planted.ts";

// The long run. Usage: npm run simulate -- [--schedules N] [--seed S] | --singles | --pairs | --planted
// A schedule that finds something is told as a story, with the command that plays it again.

const { values } = parseArgs({
  options: {
    schedules: { type: "string", default: "1000000" },
    seed: { type: "string" },
    singles: { type: "boolean", default: false },
    pairs: { type: "boolean", default: false },
    planted: { type: "boolean", default: false },
  },
});
const TOLD_EVERY = 1_000;
const began = performance.now();
let played = 0;

if (values.planted) await plant();
else if (values.singles || values.pairs) await strikeAll();
else if (values.seed !== undefined && process.argv.length <= 4) await replay(Number(values.seed));
else await playAll();

async function playAll(): Promise<void> {
  const first = Number(values.seed ?? 0);
  for (const seed of FOUND_SEEDS) await replay(seed);
  for (let seed = first; seed < first + Number(values.schedules); seed += 1) await replay(seed);
  progress("schedules");
}

async function replay(seed: number): Promise<void> {
  const { story, problems } = await play(seed);
  if (problems.length > 0) {
    console.log(`${story.join("\n")}\n${problems.join("\n")}\nAgain: npm run simulate -- --seed ${seed}`);
    process.exitCode = 1;
  }
  count("schedules");
}

/** Every fault at every call of every canonical story; with --pairs every two of them at what changes something. */
async function strikeAll(): Promise<void> {
  for (const story of CANONICAL) {
    const singles = await singleStrikes(story);
    const all = values.pairs ? orderedPairs(ofEffects(singles)) : singles.map((strike) => [strike]);
    for (const strikes of all) {
      const problems = await problemsWith(story, strikes);
      if (problems.length > 0) {
        console.log(problems.join("\n"));
        process.exitCode = 1;
      }
      count("faults");
    }
  }
  progress("faults");
}

async function plant(): Promise<void> {
  const unfound = await plantAll((line) => console.log(line));
  if (unfound.length > 0) process.exitCode = 1;
}

function count(what: string): void {
  played += 1;
  if (played % TOLD_EVERY === 0) progress(what);
}

function progress(what: string): void {
  const seconds = (performance.now() - began) / 1000;
  console.log(`${played} ${what} in ${seconds.toFixed(0)} s, ${((1000 * seconds) / played).toFixed(1)} ms each`);
}
