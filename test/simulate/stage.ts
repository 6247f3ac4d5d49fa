import { Crash } from "../fakes/cloud/faults.ts";
import { newWorld } from "../shared/rollout/world.ts";
import type { RunOptions, World } from "../shared/rollout/world-parts.ts";
import type { Draw } from "./draw.ts";
import { problemsOfEnd } from "./invariants/eventually.ts";
import { newWatch, type Watch } from "./invariants/watch.ts";
import { newScheduler, type Scheduler } from "./scheduler.ts";
import { type Faults, NO_FAULTS, newTrouble } from "./trouble.ts";

/** A world with runs that take turns, things that go wrong, and somebody who watches every step. */
export interface Stage {
  readonly world: World;
  readonly scheduler: Scheduler;
  /** What was done, in order: it reads like a story. */
  readonly story: string[];
  readonly watch: Watch;
  /** Begins a run beside whatever else goes on. */
  start(options?: RunOptions): void;
  /** Until nobody is at work any more. */
  rest(): Promise<void>;
  /** No more faults; schedules run until nothing is left to do, and what must be so then is looked at. */
  settle(): Promise<readonly string[]>;
}

const DAY_MS = 26 * 3_600_000;
const LAST_TICKS = 5;

export function newStage(draw: Draw, given: Faults = NO_FAULTS): Stage {
  const story: string[] = [];
  const say = (what: string): void => void story.push(what);
  const scheduler = newScheduler(draw);
  const trouble = { faults: given };
  const around = newTrouble({
    ...{ scheduler, say },
    faults: { ofCloud: (call) => trouble.faults.ofCloud(call), ofRun: (call) => trouble.faults.ofRun(call) },
    changes: () => world.cloud.state.count,
    seen: (call, changes) => watch.seen(call, changes),
  });
  const world: World = newWorld({
    time: scheduler,
    calling: around.calling,
    every: (ms, act) => scheduler.every(ms, act),
    faults: (call) => {
      const fault = trouble.faults.ofCloud(call);
      if (fault !== null) say(`  ${call.method}: ${Object.values(fault).join(" ")}`);
      return fault;
    },
  });
  const watch = newWatch(world);
  let runs = 0;
  const stage: Stage = {
    ...{ world, scheduler, story, watch },
    start(options = {}) {
      runs += 1;
      const signals = new AbortController();
      around.signals.set(`run ${runs}`, signals);
      const name = `run ${runs}`;
      scheduler.spawn(() => run(name, { signal: signals.signal, ...options }, { world, say, watch }));
    },
    rest: () => scheduler.finish(),
    async settle() {
      trouble.faults = NO_FAULTS;
      Object.assign(world, { ledger: "up", forge: "up" });
      for (let tick = 0; tick < LAST_TICKS; tick += 1) {
        await scheduler.wait(DAY_MS);
        stage.start();
        await stage.rest();
      }
      return [...watch.problems, ...(await problemsOfEnd(world))];
    },
  };
  return stage;
}

interface Around {
  readonly world: World;
  readonly say: (what: string) => void;
  readonly watch: Watch;
}

async function run(name: string, options: RunOptions, { world, say, watch }: Around): Promise<void> {
  if (world.main.commits.length === 0) return;
  say(
    `${name}${options.isPatient === false ? "" : ", which waits"}${options.upTo === undefined ? "" : ", an old one"}`,
  );
  watch.began(name);
  try {
    const { outcome, reason } = await world.run({ holder: name, ...options });
    say(`  ${name}: ${outcome}: ${reason}`);
  } catch (thrown) {
    say(`  ${name}: ${thrown}`);
    if (!(thrown instanceof Crash)) watch.threw(name, thrown);
  }
  watch.ended(name, options.isPatient !== false);
}
