import { CANONICAL } from "./canonical.ts";
import { problemsWith, singleStrikes } from "./exhaustive.ts";
import { FOUND_SEEDS } from "./found-seeds.ts";
import { play } from "./history.ts";

// Ends with 1 at the first thing that the simulation finds, and says what; with 0 after so many schedules.

const schedules = Number(process.argv[2]);

for (const story of CANONICAL) {
  const stalls = (await singleStrikes(story)).filter(({ fault }) => fault.kind === "stalls");
  for (const strikes of [[], ...stalls.map((strike) => [strike])]) {
    const [problem] = await problemsWith(story, strikes);
    if (problem !== undefined) end(problem);
  }
}
const seeds = [...FOUND_SEEDS, ...Array.from({ length: schedules }, (_, seed) => seed)];
for (const [index, seed] of seeds.entries()) {
  const [problem] = (await play(seed)).problems;
  if (problem !== undefined) end(`schedule ${index + 1}, seed ${seed}: ${problem.split("\n")[0]}`);
}
console.log(`nothing in ${schedules} schedules`);

function end(problem: string): never {
  console.log(problem);
  process.exit(1);
}
