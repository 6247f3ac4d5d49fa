import { resolve } from "node:path";
import { reportFailure } from "../../shared/action/entry.ts";
import { inGroup } from "../../shared/action/group.ts";
import { localFiles } from "../../shared/adapters/files/files.ts";
import { monotonicClock } from "../../shared/adapters/system/monotonic-clock.ts";
import { stderrLog } from "../../shared/adapters/system/stderr-log.ts";
import type { Failure } from "../../shared/failure.ts";
import { cloudPorts } from "./cloud-ports.ts";
import { interruption } from "./interruption.ts";

interface Job {
  readonly token: string;
  readonly timeoutMinutes: number;
}

interface StepPorts extends ReturnType<typeof cloudPorts> {
  readonly group: <T>(title: string, act: () => Promise<T>) => Promise<T>;
  readonly report: (failure: Failure) => Promise<void>;
}

/** What the actions `promote` and `rollback` reach the world through; a job's time ends as a person's patience does. */
export function deliveryStepPorts({ token, timeoutMinutes }: Job): StepPorts {
  const clock = monotonicClock();
  const folder = process.cwd();
  const ground = {
    files: localFiles(),
    log: stderrLog(clock, { isVerbose: process.env.RUNNER_DEBUG === "1" }),
    clock,
    resolve: (path: string) => resolve(folder, path),
    signal: AbortSignal.any([interruption(), AbortSignal.timeout(timeoutMinutes * 60_000)]),
  };
  return { ...cloudPorts({ ...ground, environment: process.env, token }), group: inGroup, report: reportFailure };
}
