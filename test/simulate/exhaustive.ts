import type { CloudFault } from "../fakes/cloud/faults.ts";
import type { PortCall } from "../shared/rollout/world-parts.ts";
import type { CanonicalStory } from "./canonical.ts";
import { leaseOf } from "./invariants/change.ts";
import { samenessOf } from "./sameness.ts";
import { type Beginning, newStage, type Stage } from "./stage.ts";
import { type Moment, type Strike, strikesAt, strikeText } from "./strikes.ts";
import type { Faults, RunFault } from "./trouble.ts";

/** What one story came to, with these strikes. */
export interface Tried {
  readonly problems: readonly string[];
  /** What can be struck next: everything from the last strike on, up to where the story became one that is known. */
  readonly next: readonly Strike[];
}

/** Worlds whose future was seen: without another strike, or with every other one. */
export interface Known {
  readonly futures: Set<string>;
  readonly struckFutures: Set<string>;
}

export function nothingKnown(): Known {
  return { futures: new Set(), struckFutures: new Set() };
}

/** Without chance: whoever is first in line goes on, and every call takes one millisecond. */
const IN_TURN = (): number => 0;

/** What strikes later finds nobody who could still mend it. */
const LAST_STRUCK = 4;

class SeenBefore extends Error {}

/** Plays a story with strikes; `depth` more of them are to follow. Ends where a world is the same as one that was seen. */
export async function tryOut(
  story: CanonicalStory,
  strikes: readonly Strike[],
  { known, depth }: { readonly known: Known; readonly depth: number },
): Promise<Tried> {
  const recorder = newRecorder(strikes, (text) => (depth > 0 ? known.struckFutures : known.futures).has(text));
  const stage = newStage(IN_TURN, { ...recorder.options, isStruckToTheEnd: true });
  recorder.watches(stage);
  const problems = await played(story, stage);
  for (const text of recorder.seen) {
    known.futures.add(text);
    if (depth > 0) known.struckFutures.add(text);
  }
  const told = [story.name, ...strikes.map(strikeText)].join(", then ");
  return { problems: problems.map((problem) => `${told}: ${problem}`), next: strikesAt(recorder.moments) };
}

async function played(story: CanonicalStory, stage: Stage): Promise<readonly string[]> {
  try {
    await story.play(stage);
    return await stage.settle();
  } catch (thrown) {
    if (thrown instanceof SeenBefore) return stage.watch.problems;
    throw thrown;
  }
}

/** Notes every call, strikes where it should, and looks at the world whenever a run that is alone begins anew. */
function newRecorder(strikes: readonly Strike[], isKnown: (text: string) => boolean) {
  const count = { cloud: 0, run: 0 };
  const left = new Set(strikes);
  const moments: Moment[] = [];
  const seen = new Set<string>();
  const knowing = newKnowing();
  let stage: Stage | null = null;
  const struck = (of: Strike["of"], { method, resource, run }: Asked): Strike["fault"] | null => {
    count[of] += 1;
    if (left.size === 0 && stage!.facts.ticks <= LAST_STRUCK) {
      moments.push({ of, at: count[of], method, resource, isFirst: knowing.isFirst(run), looks: knowing.looksOf(run) });
    }
    const strike = [...left].find((each) => each.of === of && each.at === count[of]);
    if (strike !== undefined) left.delete(strike);
    return strike?.fault ?? null;
  };
  const faults: Faults = {
    ofCloud: ({ method, resource }) => struck("cloud", { method, resource, run: "" }) as CloudFault | null,
    ofRun: ({ method, run }) => struck("run", { method, resource: "", run }) as RunFault | null,
  };
  const before = (call: PortCall): void => {
    const text = left.size === 0 && stage !== null ? knowing.textAt(call, stage) : null;
    knowing.notes(call, stage!);
    if (text === null || seen.has(text)) return;
    if (isKnown(text)) throw new SeenBefore();
    seen.add(text);
  };
  return {
    ...{ moments, seen, options: { faults, before, began: knowing.began } },
    watches(given: Stage): void {
      stage = given;
    },
  };
}

interface Asked {
  readonly method: string;
  readonly resource: string;
  readonly run: string;
}

interface Knowledge {
  readonly isPatient: boolean;
  readonly begunMs: number;
  isInterrupted: boolean;
  looks: number;
  calls: number;
  isTakingOver: boolean;
  commits: number;
  sinceWritten: string;
}

/** Follows what each run can know, from what it asks. */
function newKnowing() {
  const runs = new Map<string, Knowledge>();
  const began = (run: string, { signal, isPatient, nowMs }: Beginning): void => {
    const fresh = { isInterrupted: false, isTakingOver: false, looks: 0, calls: 0, commits: 0, sinceWritten: "" };
    const known: Knowledge = { isPatient, begunMs: nowMs, ...fresh };
    runs.set(run, known);
    countLooks(signal, known);
  };
  return {
    began,
    isFirst: (run: string): boolean => runs.get(run)?.calls === 1,
    looksOf: (run: string): string => `${run} ${runs.get(run)?.looks}`,
    /** Where all that a run knows can be told; null elsewhere. */
    textAt({ run, method }: PortCall, { world, scheduler }: Stage): string | null {
      const known = runs.get(run);
      if (known === undefined || method !== "endpoint.read" || scheduler.tasks() !== 1) return null;
      const { isPatient, begunMs, isInterrupted, isTakingOver, commits, sinceWritten } = known;
      const position = `${runs.size} ${sinceWritten}`;
      return samenessOf(world, { isPatient, begunMs, isInterrupted, isTakingOver, commits, position });
    },
    notes({ run, method }: PortCall, { world }: Stage): void {
      const known = runs.get(run);
      if (known === undefined) return;
      known.calls += 1;
      if (known.calls === 2) known.isTakingOver = leaseOf(world)?.holder != null;
      if (method === "endpoint.share") known.isTakingOver = false;
      if (method === "people.desire") known.commits = world.main.commits.length;
      known.sinceWritten = method === "bucket.write" ? "" : `${known.sinceWritten} ${method}`;
    },
  };
}

function countLooks(signal: AbortSignal, known: Knowledge): void {
  signal.addEventListener("abort", () => {
    known.isInterrupted = true;
  });
  Object.defineProperty(signal, "aborted", {
    get() {
      known.looks += 1;
      return known.isInterrupted;
    },
  });
}
