import { CANONICAL } from "./canonical.ts";
import { singles } from "./explore.ts";
import { FOUND_SEEDS } from "./found-seeds.ts";
import { play } from "./history.ts";

// Ends with 1 at the first thing that the simulation finds, and says what; with 0 after so many schedules and every
// single fault. What is found most often is looked for first.

const schedules = Number(process.argv[2]);
const FIRST_SCHEDULES = 100;
let tried = 0;

await huntFaults((fault) => fault === "stalls");
for (const seed of FOUND_SEEDS) await huntIn(seed);
for (let seed = 0; seed < FIRST_SCHEDULES; seed += 1) await huntIn(seed);
await huntFaults((fault) => fault !== "stalls");
for (let seed = FIRST_SCHEDULES; seed < schedules; seed += 1) await huntIn(seed);
console.log(`nothing in ${tried} tries`);

async function huntFaults(isMeant: (fault: string) => boolean): Promise<void> {
  for (const story of CANONICAL) {
    for await (const { problems } of singles(story, ({ fault }) => isMeant(fault.kind))) {
      tried += 1;
      if (problems[0] !== undefined) end(problems[0]);
    }
  }
}

async function huntIn(seed: number): Promise<void> {
  tried += 1;
  const [problem] = (await play(seed)).problems;
  if (problem !== undefined) end(`seed ${seed}: ${problem.split("\n")[0]}`);
}

function end(problem: string): never {
  console.log(`try ${tried}: ${problem}`);
  process.exit(1);
}
