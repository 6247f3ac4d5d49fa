import { setTimeout as delay } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { type Draw, drawer, drawn } from "../simulate/draw.ts";
import { type Ended, type Job, startJob } from "./job.ts";
import { type Snapshot, snapshotOf } from "./snapshot.ts";
import { jobOf, STEPS, type Step } from "./steps.ts";
import { type Ground, layWorkplace, type Workplace } from "./workplace.ts";

/** A step as it goes when nobody is killed. */
export interface Calm {
  readonly snapshot: Snapshot;
  /** How many requests the cloud, the forge and the repository answered meanwhile. */
  readonly requests: number;
}

/** What came of a history whose every step was killed, some of them twice. */
export interface Played {
  readonly kills: number;
  readonly story: readonly string[];
  readonly problems: readonly string[];
}

/** Who is killed: the program with all that it started, or the cloud, which comes back from what it had on disk. */
export type Victim = "program" | "cloud";

/** When somebody is killed: so long after so many requests were answered. */
interface Instant {
  readonly requests: number;
  readonly ms: number;
}

/** A lease lives a minute by the clock of the service that keeps it, which tells whole seconds. */
const LEASE_MS = 62_000;
const WATCH_MS = 1;
const MOST_MS = 30;
/** Of the time before anything is asked. */
const START_MS = 600;

/** The same walk without a kill: what every other one is compared with. */
export async function calmly(ground: Ground): Promise<readonly Calm[]> {
  await using place = await layWorkplace(ground, "calm");
  const calm: Calm[] = [];
  for (const step of STEPS) {
    await step.prepare(place);
    const before = place.asked();
    const ended = await startJob(jobOf(step, { place, kind: "job", folder: place.clone() })).ended;
    if (!isDone(ended)) throw new Error(`${step.name}, with nobody killed: ${saidOf(ended)}`);
    calm.push({ snapshot: await snapshotOf(place), requests: place.asked() - before });
  }
  return calm;
}

/** One walk, killed in each of its steps at instants that its seed draws. */
export async function play(
  { seed, victim }: { readonly seed: number; readonly victim: Victim },
  ground: Ground,
  calm: readonly Calm[],
): Promise<Played> {
  const draw = drawer(seed);
  await using place = await layWorkplace(ground, `${victim}${seed}`);
  const story: string[] = [];
  let kills = 0;
  for (const [index, step] of STEPS.entries()) {
    await step.prepare(place);
    const instants = drawnInstants(calm[index]!.requests, draw);
    const { ended, killed } = await untilDone(step, instants, { place, victim, draw, story });
    kills += killed;
    if (!isDone(ended)) return { kills, story, problems: [`${step.name} does not end: ${saidOf(ended)}`] };
    const problems = differences(calm[index]!.snapshot, await snapshotOf(place));
    if (problems.length > 0) return { kills, story, problems: problems.map((each) => `after ${step.name}: ${each}`) };
  }
  return { kills, story, problems: [] };
}

/** One time in four whoever comes after a kill is killed as well. */
function drawnInstants(requests: number, draw: Draw): readonly Instant[] {
  const one = (): Instant => {
    const after = draw(requests + 1);
    return { requests: after, ms: draw(after === 0 ? START_MS : MOST_MS) };
  };
  return draw(4) === 0 ? [one(), one()] : [one()];
}

interface At {
  readonly place: Workplace;
  readonly victim: Victim;
  readonly draw: Draw;
  readonly story: string[];
}

async function untilDone(
  step: Step,
  instants: readonly Instant[],
  { place, victim, draw, story }: At,
): Promise<{ readonly ended: Ended; readonly killed: number }> {
  let folder = place.clone();
  for (let [run, killed] = [0, 0]; ; run += 1) {
    const instant = instants[run];
    const kind = drawn(["job", "person"] as const, draw);
    const wish = jobOf(step, { place, kind, folder });
    const ended = await killedAt(instant, startJob(wish), { place, victim });
    const when = instant === undefined ? "" : `, ${victim} killed ${instant.ms} ms after ${instant.requests} requests`;
    story.push(`${step.name}: a ${kind}${when}: ${ended.exitCode === null ? "killed" : ended.outcome}`);
    if (run >= instants.length) return { ended, killed };
    // Whose end came before the kill is asked again like anybody else, and finds nothing to do.
    if (victim === "cloud" || ended.exitCode === null) killed += 1;
    await place.ground.cloud.putForward(LEASE_MS);
    if (draw(2) === 0) folder = place.clone();
  }
}

async function killedAt(
  instant: Instant | undefined,
  job: Job,
  { place, victim }: Pick<At, "place" | "victim">,
): Promise<Ended> {
  if (instant === undefined) return job.ended;
  const before = place.asked();
  let isOver = false;
  void job.ended.then(() => (isOver = true));
  while (!isOver && place.asked() - before < instant.requests) await delay(WATCH_MS);
  if (!isOver) await delay(instant.ms);
  if (victim === "program") job.kill();
  else {
    await place.ground.cloud.kill();
    await place.ground.cloud.revive();
  }
  return job.ended;
}

function isDone({ exitCode, outcome }: Ended): boolean {
  return exitCode === 0 && (outcome === "healthy" || outcome === "noop");
}

function saidOf({ exitCode, outcome, said }: Ended): string {
  return `exit ${exitCode} ${outcome}\n${said}`;
}

function differences(calm: Snapshot, snapshot: Snapshot): readonly string[] {
  const names = Object.keys(calm) as (keyof Snapshot)[];
  return names.flatMap((name) => {
    if (isDeepStrictEqual(calm[name], snapshot[name])) return [];
    return [
      `${name} should be\n${JSON.stringify(calm[name], null, 1)}\nand is\n${JSON.stringify(snapshot[name], null, 1)}`,
    ];
  });
}
