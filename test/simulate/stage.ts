import { Crash } from "../fakes/cloud/faults.ts";
import { newWorld } from "../shared/rollout/world.ts";
import type { Calling, PortCall, RunOptions, World } from "../shared/rollout/world-parts.ts";
import { portsOf } from "../shared/rollout/world-ports.ts";
import type { Draw } from "./draw.ts";
import { byHand, type Command } from "./hands.ts";
import { problemsOfEnd } from "./invariants/eventually.ts";
import type { Facts } from "./invariants/facts.ts";
import { ONLOOKER } from "./invariants/planned.ts";
import { newWatch, type Watch } from "./invariants/watch.ts";
import { consoleMeanwhile } from "./people.ts";
import { newScheduler, type Scheduler } from "./scheduler.ts";
import { type Faults, faultText, type Meanwhile, NO_FAULTS, newTrouble } from "./trouble.ts";

/** A world with runs that take turns, things that go wrong, and somebody who watches every step. */
export interface Stage {
  readonly world: World;
  readonly scheduler: Scheduler;
  /** What was done, in order: it reads like a story. */
  readonly story: string[];
  /** What may be to blame, at the end. */
  readonly facts: Facts;
  readonly watch: Watch;
  /** Begins a run beside whatever else goes on. */
  start(options?: RunOptions): void;
  /** Somebody runs a command beside whatever else goes on. */
  command(command: Command): void;
  /** Until nobody is at work any more. */
  rest(): Promise<void>;
  /** No more faults; schedules run until nothing is left to do, and what must be so then is looked at. */
  settle(): Promise<readonly string[]>;
}

export interface Beginning {
  readonly signal: AbortSignal;
  readonly isPatient: boolean;
  readonly nowMs: number;
}

export interface StageOptions {
  readonly faults?: Faults;
  /** Told of everything that a run asks, before it is asked. What it throws ends the whole play. */
  readonly before?: (call: PortCall) => void;
  /** Whether the faults go on while everything settles, as many as there are. */
  readonly isStruckToTheEnd?: boolean;
  readonly operationMs?: number;
  /** Told of every run that is to begin. */
  readonly began?: (run: string, beginning: Beginning) => void;
  /** Somebody takes back what was merged last. */
  readonly revert?: () => void;
}

const MINUTE_MS = 60_000;
const DAY_MS = 26 * 60 * MINUTE_MS;
/** Soon, so that what the platform failed is tried again; and for as long as a standby stays. */
const LAST_TICKS_MS = [2 * MINUTE_MS, 15 * MINUTE_MS, 15 * MINUTE_MS, DAY_MS, DAY_MS, DAY_MS];

export function newStage(draw: Draw, options: StageOptions = {}): Stage {
  const facts: Facts = {
    hands: 0,
    rewrites: 0,
    outages: 0,
    ticks: 0,
    untampered: null,
    strikes: new Set(),
    quietMs: null,
  };
  const story: string[] = [];
  const scheduler = newScheduler(draw);
  const around = newAround(options, { facts, scheduler, say: (what) => void story.push(what) });
  const { world, watch, say } = around;
  let runs = 0;
  const stage: Stage = {
    ...{ world, scheduler, story, facts, watch },
    start(given = {}) {
      runs += 1;
      const signals = new AbortController();
      const name = `run ${runs}`;
      around.signals.set(name, signals);
      const { signal } = signals;
      options.began?.(name, { signal, isPatient: given.isPatient !== false, nowMs: scheduler.nowMs() });
      scheduler.spawn(() => run(name, { signal: signals.signal, ...given }, { world, say, watch }));
    },
    command(command) {
      runs += 1;
      const name = `${command === "status" ? ONLOOKER : "person"} ${runs}`;
      const ports = portsOf(world, { holder: name, calling: around.calling });
      const act = (): Promise<string> => byHand(command, { holder: name, world }, ports);
      scheduler.spawn(() => asked(`${name} runs ${command}`, name, { act, say, watch }));
    },
    async rest() {
      await scheduler.finish();
      if (around.play.over !== null) throw around.play.over;
    },
    async settle() {
      around.heal();
      facts.quietMs = scheduler.nowMs();
      for (const afterMs of LAST_TICKS_MS) {
        await scheduler.wait(afterMs);
        facts.ticks += 1;
        stage.start();
        await stage.rest();
      }
      return [...watch.problems, ...(await problemsOfEnd(world, facts))];
    },
  };
  return stage;
}

interface Ground {
  readonly facts: Facts;
  readonly scheduler: Scheduler;
  readonly say: (what: string) => void;
}

/** The world with everything that happens to it. */
function newAround(options: StageOptions, { facts, scheduler, say }: Ground) {
  const trouble = { faults: options.faults ?? NO_FAULTS };
  const struck = <Fault extends Parameters<typeof faultText>[0]>(fault: Fault | null): Fault | null => {
    if (fault !== null) facts.strikes.add(faultText(fault));
    return fault;
  };
  const meanwhile = (what: Meanwhile): void => {
    if (what !== "the tip is reverted") consoleMeanwhile({ world, facts }, what);
    else (options.revert ?? world.main.revert)();
  };
  const around = newTrouble({
    ...{ scheduler, say, meanwhile },
    faults: {
      ofCloud: (call) => struck(trouble.faults.ofCloud(call)),
      ofRun: (call) => struck(trouble.faults.ofRun(call)),
    },
    changes: () => world.cloud.state.count,
    asked: (call) => watch.asked(call),
    seen: (call, changes) => watch.seen(call, changes),
  });
  const play: { over: unknown } = { over: null };
  const calling: Calling = (call, act) => {
    try {
      if (play.over === null) options.before?.(call);
    } catch (thrown) {
      play.over = thrown;
    }
    // Whoever is at work then ends as if it had died.
    if (play.over !== null) throw new Crash({ method: "endpoint.read", resource: "", sequence: 0 }, "before");
    return around.calling(call, act);
  };
  const world: World = newWorld({
    ...(options.operationMs === undefined ? {} : { operationMs: options.operationMs }),
    time: scheduler,
    calling,
    every: (ms, act) => scheduler.every(ms, act),
    faults: (call) => {
      const fault = struck(trouble.faults.ofCloud(call));
      if (fault !== null) say(`  ${call.method}: ${faultText(fault)}`);
      return fault;
    },
  });
  const watch = newWatch(world);
  const heal = (): void => {
    if (!options.isStruckToTheEnd) trouble.faults = NO_FAULTS;
    Object.assign(world, { ledger: "up", forge: "up" });
  };
  return { ...{ world, watch, say, heal, play, calling }, signals: around.signals };
}

interface Around {
  readonly world: World;
  readonly say: (what: string) => void;
  readonly watch: Watch;
}

async function run(name: string, options: RunOptions, { world, say, watch }: Around): Promise<void> {
  if (world.main.commits.length === 0) return;
  const { upTo, isPatient = true } = options;
  say(`${name}${isPatient ? ", which waits" : ""}${upTo === undefined ? "" : ", an old one"}`);
  watch.began(name, upTo ?? null);
  const act = async (): Promise<string> => {
    const { outcome, reason } = await world.run({ holder: name, ...options });
    return `${outcome}: ${reason}`;
  };
  await ending(name, { act, say, watch });
  watch.ended(name, isPatient);
}

interface Act extends Omit<Around, "world"> {
  readonly act: () => Promise<string>;
}

async function asked(what: string, name: string, { act, say, watch }: Act): Promise<void> {
  say(what);
  watch.began(name, null);
  await ending(name, { act, say, watch });
  watch.ended(name, false);
}

async function ending(name: string, { act, say, watch }: Act): Promise<void> {
  try {
    say(`  ${name}: ${await act()}`);
  } catch (thrown) {
    say(`  ${name}: ${thrown}`);
    if (!(thrown instanceof Crash)) watch.threw(name, thrown);
  }
}
