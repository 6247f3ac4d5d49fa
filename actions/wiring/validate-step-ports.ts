import { resolve } from "node:path";
import { annotateNotices } from "../../shared/action/annotations.ts";
import { reportFailure } from "../../shared/action/entry.ts";
import { inGroup } from "../../shared/action/group.ts";
import { localFiles } from "../../shared/adapters/files/files.ts";
import { keepFolder } from "../../shared/adapters/github/keep-folder.ts";
import { monotonicClock } from "../../shared/adapters/system/monotonic-clock.ts";
import { stderrLog } from "../../shared/adapters/system/stderr-log.ts";
import type { Failure } from "../../shared/failure.ts";
import type { Notice } from "../../shared/ports/notice.ts";
import type { KeepFolder } from "../../shared/ports/run-artifact.ts";
import type { SetupPorts } from "./setup-ports.ts";
import { type ValidatePorts, validatePorts } from "./validate-ports.ts";

interface StepPorts extends ValidatePorts {
  readonly setup: () => Promise<SetupPorts>;
  readonly group: <T>(title: string, act: () => Promise<T>) => Promise<T>;
  readonly annotate: (notices: readonly Notice[]) => void;
  readonly event: { readonly name: string; readonly path: string };
  readonly keep: KeepFolder;
  readonly report: (failure: Failure) => Promise<void>;
}

/** What the action `validate` reaches the world through: what the command does, and a job's log. */
export function validateStepPorts(): StepPorts {
  const clock = monotonicClock();
  const log = stderrLog(clock, { isVerbose: process.env.RUNNER_DEBUG === "1" });
  const folder = process.cwd();
  return {
    ...validatePorts({ files: localFiles(), log, clock, resolve: (path) => resolve(folder, path) }),
    setup: async () => (await import("./setup-ports.ts")).setupPorts({ folder, log }),
    group: inGroup,
    annotate: annotateNotices,
    event: { name: process.env.GITHUB_EVENT_NAME ?? "", path: process.env.GITHUB_EVENT_PATH ?? "" },
    keep: keepFolder(process.env),
    report: reportFailure,
  };
}
