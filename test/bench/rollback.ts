import { layGround } from "../chaos/ground.ts";
import { startJob } from "../chaos/job.ts";
import { jobOf, STEPS } from "../chaos/steps.ts";
import { layWorkplace, type Workplace } from "../chaos/workplace.ts";
import type { Bench, BenchResult, BenchRow } from "./result.ts";
import { openHand } from "./rollback-by-hand.ts";
import { type Return, requestsOf, returnIn } from "./rollback-requests.ts";

/** What each operation of the cloud takes, whoever asks for it. Vertex AI's own take minutes. */
const OPERATION_MS = 500;
const EACH_ROUND = 4;
const HOUR_MS = 3_600_000;
const MOST_SECONDS = 2;
const [PROMOTE] = STEPS;

/** `git revert`, brought to the endpoint by the built action, beside the redeployment that Vertex AI's own client does. */
export const bench: Bench = {
  async run({ rounds }) {
    await using ground = await layGround(OPERATION_MS);
    await using place = await layWorkplace(ground, "bench");
    await using hand = await openHand(ground.cloud);
    const [parked, gone, byHand]: [Return[], Return[], Return[]] = [[], [], []];
    await released(place, "1.0.0", null);
    for (let round = 1; round <= rounds; round += 1) {
      for (let each = 1; each <= EACH_ROUND; each += 1) {
        await released(place, `1.${round}.${each}`, "1.0.0");
        parked.push(await reverted(place));
        byHand.push(await hand.redeploy());
      }
      await released(place, `2.${round}.0`, "1.0.0");
      // The standby has expired, and whoever looks next takes it away.
      await ground.cloud.putForward(25 * HOUR_MS);
      await brought(place);
      gone.push(await reverted(place));
    }
    return resultOf({ parked, gone, byHand });
  },
};

async function released(place: Workplace, version: string, champion: string | null): Promise<void> {
  await place.merge(version, champion);
  await brought(place);
}

async function reverted(place: Workplace): Promise<Return> {
  place.revert();
  const seen = (await requestsOf(place.ground.cloud)).length;
  await brought(place);
  return returnIn((await requestsOf(place.ground.cloud)).slice(seen), place.name);
}

async function brought(place: Workplace): Promise<void> {
  const { exitCode, said } = await startJob(jobOf(PROMOTE!, { place, kind: "job", folder: place.clone() })).ended;
  if (exitCode !== 0) throw new Error(said);
}

type Returns = Readonly<Record<"parked" | "gone" | "byHand", readonly Return[]>>;

function resultOf({ parked, gone, byHand }: Returns): BenchResult {
  const writes = Math.max(...parked.map((each) => each.writes));
  const worst = Math.max(...parked.map(({ seconds }) => seconds));
  return {
    clock: "wall",
    rows: [
      row("git revert to a parked release", parked),
      row("git revert to one that is no longer deployed", gone),
      row("redeployment with Google's client", byHand),
    ],
    goals: [
      {
        goal: "a parked release: exactly 1 write at the endpoint, the most of all",
        measured: writes,
        isMet: writes === 1,
      },
      {
        goal: `a parked release: at most ${MOST_SECONDS} s from lease to read-back, the worst of ${parked.length}`,
        measured: worst,
        isMet: worst <= MOST_SECONDS,
      },
    ],
  };
}

function row(name: string, returns: readonly Return[]): BenchRow {
  const seconds = returns.map((each) => each.seconds).toSorted((one, other) => one - other);
  const at = (share: number): string => seconds[Math.ceil(share * seconds.length) - 1]!.toFixed(2);
  const writes = [...new Set(returns.map((each) => each.writes))].toSorted().join(" or ");
  const rate = `${writes} writes; median ${at(0.5)}, p95 ${at(0.95)}, worst ${at(1)} s`;
  return { name, cpuSeconds: seconds, bestCpuSeconds: seconds[0]!, peakBytes: null, outputs: [], rate };
}
