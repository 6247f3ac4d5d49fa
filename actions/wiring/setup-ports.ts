import { fileURLToPath } from "node:url";
import lockfile from "../../package-lock.json" with { type: "json" };
import { localFiles } from "../../shared/adapters/files/files.ts";
import { findManifests } from "../../shared/adapters/files/find-manifests.ts";
import { unpackZip } from "../../shared/adapters/files/unpack.ts";
import { monotonicClock } from "../../shared/adapters/system/monotonic-clock.ts";
import type { Lockfile } from "../../shared/adapters/system/provision/native-packages.ts";
import { provisioner } from "../../shared/adapters/system/provision/provisioner.ts";
import { pinnedWheels } from "../../shared/adapters/system/provision/wheel-table.ts";
import { stderrLog } from "../../shared/adapters/system/stderr-log.ts";
import type { Clock } from "../../shared/ports/clock.ts";
import type { Files } from "../../shared/ports/files.ts";
import type { Log } from "../../shared/ports/log.ts";
import type { Provisioner } from "../../shared/ports/provisioner.ts";

export interface SetupPorts {
  readonly files: Files;
  readonly manifests: () => Promise<readonly string[]>;
  readonly provisioner: Provisioner;
  readonly clock: Clock;
  readonly log: Log;
}

/** What `setup` reaches the world through; the manifests are those below `folder`. */
export function setupPorts({ folder, log }: { readonly folder: string; readonly log?: Log }): SetupPorts {
  const clock = monotonicClock();
  const used = log ?? stderrLog(clock, { isVerbose: false });
  return {
    files: localFiles(),
    manifests: async () => findManifests(folder),
    provisioner: provisioner({
      environment: process.env,
      table: pinnedWheels(),
      // The literal types of the whole lockfile say less than ours.
      lockfile: lockfile as unknown as Lockfile,
      code: fileURLToPath(new URL(".", import.meta.url)),
      unpack: unpackZip,
      log: used,
    }),
    clock,
    log: used,
  };
}
