import { parseArgs } from "node:util";
import { CANONICAL } from "./canonical.ts";
import { type Case, pairs, singles } from "./explore.ts";
import { FOUND_SEEDS } from "./found-seeds.ts";
import { play } from "./history.ts";
import { plantAll } from "./planted.ts";
import { PLANTED_BUGS } from "./planted-bugs.ts";

// The long run. Usage: npm run simulate -- [--schedules N] [--seed S] | --singles | --pairs [--shard I/N]
// | --planted [WORDS]; README.md beside this file has more. What finds something says how it is played again.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    schedules: { type: "string" },
    seed: { type: "string" },
    singles: { type: "boolean", default: false },
    pairs: { type: "boolean", default: false },
    story: { type: "string" },
    shard: { type: "string", default: "1/1" },
    planted: { type: "boolean", default: false },
  },
});
const TOLD_EVERY_MS = 10_000;
const MILLION = 1_000_000;
const began = performance.now();
let toldMs = began;
let tried = 0;
let found = 0;

if (values.planted) plant();
else if (values.singles) await exploreAll("singles");
else if (values.pairs) await exploreAll("pairs");
else await playAll();

async function playAll(): Promise<void> {
  const first = Number(values.seed ?? 0);
  const isReplay = values.seed !== undefined && values.schedules === undefined;
  const last = first + (isReplay ? 1 : Number(values.schedules ?? MILLION));
  if (!isReplay) for (const seed of FOUND_SEEDS) await replay(seed);
  for (let seed = first; seed < last; seed += 1) await replay(seed);
  progress("schedules");
}

async function replay(seed: number): Promise<void> {
  const { story, problems } = await play(seed);
  if (problems.length > 0) fail([...story, ...problems, `Again: npm run simulate -- --seed ${seed}`]);
  count("schedules");
}

/** Every fault at every call of every canonical story; with pairs another one at every call behind it. */
async function exploreAll(what: "singles" | "pairs"): Promise<void> {
  const [part, parts] = values.shard.split("/").map(Number);
  for (const story of CANONICAL.filter(({ name }) => values.story === undefined || name === values.story)) {
    const [before, beganMs] = [tried, performance.now()];
    const cases: AsyncGenerator<Case> =
      what === "singles" ? singles(story) : pairs(story, (first) => first % parts! === part! - 1);
    for await (const { problems, first, firsts } of cases) {
      if (problems.length > 0) fail(problems);
      count(`cases, ${first} of ${firsts} first faults of ${story.name},`);
    }
    console.log(`${story.name}: ${tried - before} cases in ${((performance.now() - beganMs) / 1000).toFixed(0)} s`);
  }
  progress("cases");
}

function plant(): void {
  const bugs = PLANTED_BUGS.filter(({ name }) => positionals.every((word) => name.includes(word)));
  const unfound = plantAll((line) => console.log(line), bugs);
  console.log(`${bugs.length - unfound.length} of ${bugs.length} found`);
  if (unfound.length > 0) process.exitCode = 1;
}

function fail(lines: readonly string[]): void {
  found += 1;
  console.log(lines.join("\n"));
  process.exitCode = 1;
}

function count(what: string): void {
  tried += 1;
  if (performance.now() - toldMs >= TOLD_EVERY_MS) progress(what);
}

function progress(what: string): void {
  toldMs = performance.now();
  const seconds = (toldMs - began) / 1000;
  const each = ((1000 * seconds) / Math.max(1, tried)).toFixed(1);
  console.log(`${tried} ${what} in ${seconds.toFixed(0)} s, ${each} ms each, ${found} found something`);
}
