import type { CloudCall, CloudFault } from "../fakes/cloud/faults.ts";
import type { PortCall } from "../shared/rollout/world-parts.ts";
import type { CanonicalStory } from "./canonical.ts";
import { drawer } from "./draw.ts";
import { newStage } from "./stage.ts";
import { CLOUD_FAULTS, type Faults, faultText, isPossible, isReachable, RUN_FAULTS, type RunFault } from "./trouble.ts";

/** One fault, at one call: counted from 1, over the cloud's calls or over everything that runs ask. */
export type Strike =
  | { readonly of: "cloud"; readonly at: number; readonly method: string; readonly fault: CloudFault }
  | { readonly of: "run"; readonly at: number; readonly method: string; readonly fault: RunFault };

const SEED = 1;
const WRITES = /\.(share|deploy|undeploy|upload|alias|remove)$/;
const EFFECTS = /^(endpoint|staging)\.(share|deploy|undeploy)$|^registry\.upload$|^bucket\.write$/;
const OF_READS: ReadonlySet<CloudFault["kind"]> = new Set(["refuse", "staleRead", "crash"]);

/** Every fault that is possible, at every call of a story that goes well. */
export async function singleStrikes(story: CanonicalStory): Promise<readonly Strike[]> {
  const cloud: CloudCall[] = [];
  const runs: PortCall[] = [];
  const noted: Faults = {
    ofCloud(call) {
      cloud.push(call);
      return null;
    },
    ofRun(call) {
      runs.push(call);
      return null;
    },
  };
  await story.play(newStage(drawer(SEED), { faults: noted }));
  return [
    ...cloud.flatMap((call, index) =>
      CLOUD_FAULTS.filter((fault) => (WRITES.test(call.method) ? fault.kind !== "staleRead" : OF_READS.has(fault.kind)))
        .filter((fault) => isPossible(fault, call))
        .map((fault) => ({ of: "cloud", at: index + 1, method: call.method, fault }) as const),
    ),
    ...runs.flatMap((call, index) =>
      RUN_FAULTS.filter((fault) => isReachable(fault, call)).map(
        (fault) => ({ of: "run", at: index + 1, method: call.method, fault }) as const,
      ),
    ),
  ];
}

/** Those that strike what changes something: all their ordered pairs are what two faults can do to it. */
export function ofEffects(strikes: readonly Strike[]): readonly Strike[] {
  return strikes.filter(({ of, method }) => (of === "cloud" ? WRITES : EFFECTS).test(method));
}

export function* orderedPairs(strikes: readonly Strike[]): Generator<readonly [Strike, Strike]> {
  for (const first of strikes) {
    for (const second of strikes) {
      if (first.of !== second.of || first.at < second.at) yield [first, second];
    }
  }
}

export async function problemsWith(story: CanonicalStory, strikes: readonly Strike[]): Promise<readonly string[]> {
  const stage = newStage(drawer(SEED), { faults: struck(strikes) });
  await story.play(stage);
  const problems = await stage.settle();
  const told = `${story.name}, ${strikes.map((strike) => `${strike.method} (call ${strike.at}) ${faultText(strike.fault)}`).join(", then ")}`;
  return problems.map((problem) => `${told}: ${problem}`);
}

function struck(strikes: readonly Strike[]): Faults {
  const count = { cloud: 0, run: 0 };
  const at = (of: Strike["of"]) => {
    count[of] += 1;
    return strikes.find((strike) => strike.of === of && strike.at === count[of])?.fault ?? null;
  };
  return { ofCloud: () => at("cloud") as CloudFault | null, ofRun: () => at("run") as RunFault | null };
}
