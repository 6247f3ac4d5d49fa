import { startJob } from "./job.ts";
import { snapshotOf } from "./snapshot.ts";
import { jobOf, STEPS } from "./steps.ts";
import { type Ground, layWorkplace } from "./workplace.ts";

export interface Interruption {
  /** From the signal to the end of the process. */
  readonly elapsedMs: number;
  /** In the lease. */
  readonly left: { readonly holder: string | null; readonly underway: string | null };
}

const [FIRST, SECOND] = STEPS;
/** Nobody asks anything, and so the canary waits. */
const CANARY = { steps: [50, 100], bakeSeconds: 600, minSamples: 10 };

/** A job that waits for its canary is asked to end, as a runner asks when a workflow is cancelled; and so is each that goes on from there. */
export async function interrupted(ground: Ground, attempts: number): Promise<readonly Interruption[]> {
  await using place = await layWorkplace(ground, "interrupted");
  await FIRST!.prepare(place);
  await startJob(jobOf(FIRST!, { place, kind: "job", folder: place.clone() })).ended;
  await place.merge("1.1.0", "1.0.0", CANARY);
  const runs: Interruption[] = [];
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const job = startJob(jobOf(SECOND!, { place, kind: "job", folder: place.clone() }));
    await job.said(/waiting for the bake of 50 %/);
    const began = performance.now();
    job.interrupt();
    await job.ended;
    const elapsedMs = performance.now() - began;
    const { holder, intent } = (await snapshotOf(place)).lease;
    runs.push({ elapsedMs, left: { holder, underway: intent?.release.version ?? null } });
  }
  return runs;
}
