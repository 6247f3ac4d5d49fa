import { parseArgs } from "node:util";
import { layGround } from "./ground.ts";
import { calmly, type Played, play, type Victim } from "./history.ts";
import { inLanes } from "./lanes.ts";

// Real processes, killed. Usage: npm run chaos -- [--instants N] [--seed S] [--victim program|cloud]
// A history that ends otherwise than without a kill is told as a story, with the command that plays it again.

const { values } = parseArgs({
  options: {
    instants: { type: "string", default: "25" },
    seed: { type: "string", default: "1" },
    victim: { type: "string", default: "program" },
  },
});
const began = performance.now();
const instants = Number(values.instants);
const victim: Victim = values.victim === "cloud" ? "cloud" : "program";
/** A cloud that is killed is killed for all. */
const lanes = victim === "cloud" ? 1 : 2;
let [kills, failures] = [0, 0];

await using ground = await layGround();
const calm = await calmly(ground);
console.log(`${seconds()} s: calm, ${calm.map(({ requests }) => requests).join(", ")} requests`);

await inLanes(lanes, function* () {
  for (let seed = Number(values.seed); kills < instants; seed += 1)
    yield async () => tell(seed, await play({ seed, victim }, ground, calm));
});
if (failures > 0) process.exitCode = 1;

function tell(seed: number, played: Played): void {
  kills += played.kills;
  console.log(`${seconds()} s: seed ${seed}, ${kills} instants`);
  if (played.problems.length === 0) return;
  failures += 1;
  console.log([...played.story, ...played.problems].join("\n"));
  console.log(`Again: npm run chaos -- --seed ${seed} --instants 1 --victim ${victim}`);
}

function seconds(): string {
  return ((performance.now() - began) / 1000).toFixed(0);
}
