import type { CloudFault } from "../../fakes/cloud/faults.ts";
import { Crash } from "../../fakes/cloud/faults.ts";
import { problemsOfEnd, problemsOfHistory } from "./invariants.ts";
import { type Deaths, digestOf, newWorld, pass, type World } from "./world.ts";

/** One history of merges, runs, faults and people, made from its seed alone. */
export interface Played {
  readonly seed: number;
  /** What was done, in order: it reads like a story. */
  readonly story: readonly string[];
  /** What must never be so, and was. */
  readonly problems: readonly string[];
}

type Draw = (below: number) => number;

const NAMES = ["a", "b", "c", "d", "e"] as const;
const CANARY = "{steps: [10, 50, 100], bakeSeconds: 600, minSamples: 400}";
const FAULTS: readonly CloudFault[] = [
  { kind: "loseRequest" },
  { kind: "loseAnswer" },
  { kind: "arriveLate", ms: 40_000 },
  { kind: "loseOperation" },
  { kind: "failLate", reason: "capacity" },
  { kind: "failLate", reason: "crashed" },
  { kind: "refuse", reason: "unavailable" },
  { kind: "refuse", reason: "quota" },
  { kind: "staleRead" },
  { kind: "contend" },
  { kind: "crash", when: "before" },
  { kind: "crash", when: "after" },
];

export async function play(seed: number): Promise<Played> {
  const draw = drawer(seed);
  const story: string[] = [];
  const trouble = { isOn: true, rate: [0, 12, 30][draw(3)]! };
  const strikes = (): boolean => trouble.isOn && trouble.rate > 0 && draw(trouble.rate) === 0;
  const world = newWorld(
    (call) => {
      if (!strikes()) return null;
      const fault = FAULTS[draw(FAULTS.length)]!;
      story.push(`  ${call.method}: ${fault.kind}`);
      return fault;
    },
    (method) => deathOf(method, strikes() && draw(2) === 0, draw, story),
  );
  for (let steps = 4 + draw(10); steps > 0; steps -= 1) await takeStep(world, draw, story);
  trouble.isOn = false;
  await settle(world, story);
  return { seed, story, problems: [...problemsOfHistory(world), ...(await problemsOfEnd(world))] };
}

function deathOf(method: Parameters<Deaths>[0], isStruck: boolean, draw: Draw, story: string[]): ReturnType<Deaths> {
  if (!isStruck) return null;
  const when = draw(2) === 0 ? "before" : "after";
  story.push(`  dies ${when} ${method}`);
  return when;
}

async function takeStep(world: World, draw: Draw, story: string[]): Promise<void> {
  switch (draw(8)) {
    case 0:
    case 1:
    case 2:
      return merge(world, draw, story);
    case 3:
      story.push("two runs at once");
      await Promise.all([run(world, draw(2) === 0, story), run(world, draw(2) === 0, story)]);
      return;
    case 4: {
      const hours = [0.1, 1, 30][draw(3)]!;
      story.push(`${hours} hours pass`);
      return world.time.wait(hours * 3_600_000);
    }
    default:
      return run(world, draw(2) === 0, story);
  }
}

/** Every merge was validated against what its branch was made from, as pull requests are. */
function merge(world: World, draw: Draw, story: string[]): void {
  const name = NAMES[draw(NAMES.length)]!;
  const tip = world.commits.at(-1)?.manifest?.artifact.digest;
  const champion = tip === undefined ? null : NAMES.find((each) => digestOf(each) === tip)!;
  if (champion === name) return;
  if (!world.passes.has(digestOf(name))) {
    const judgement = (["pass", "pass", "fail", "more"] as const)[draw(4)]!;
    world.judgements.set(digestOf(name), judgement);
    world.smokes.set(digestOf(name), draw(8) === 0 ? "failed" : "passed");
  }
  pass(world, name, champion, draw(4) === 0);
  const hasStaging = draw(2) === 0;
  story.push(`merge ${name}, compared with ${champion}, which will ${world.judgements.get(digestOf(name))}`);
  world.merge({ name, version: `${world.commits.length + 1}.0.0`, rollout: CANARY, hasStaging });
}

async function run(world: World, isPatient: boolean, story: string[]): Promise<void> {
  if (world.commits.length === 0) return;
  story.push(`run${isPatient ? ", which waits" : ""}`);
  try {
    const { outcome, reason } = await world.run({ isPatient });
    story.push(`  ${outcome}: ${reason}`);
  } catch (thrown) {
    if (!(thrown instanceof Crash)) throw thrown;
    story.push(`  ${thrown.message}`);
  }
}

/** Without faults, schedules run until nothing is left to do. */
async function settle(world: World, story: string[]): Promise<void> {
  for (let tick = 0; tick < 4; tick += 1) {
    await world.time.wait(26 * 3_600_000);
    await run(world, true, story);
  }
}

/** The same numbers for the same seed, everywhere (mulberry32). */
export function drawer(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
