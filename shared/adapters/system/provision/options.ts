import type { Log } from "../../../ports/log.ts";
import type { Unpack } from "../../../ports/unpack.ts";
import type { Environment } from "../native-runtime.ts";
import type { Lockfile } from "./native-packages.ts";
import type { WheelTable } from "./wheel-table.ts";

export interface ProvisionerOptions {
  readonly environment: Environment;
  readonly table: WheelTable;
  readonly lockfile: Lockfile;
  /** Where our own code lies; see `installPackages`. */
  readonly code: string;
  readonly unpack: Unpack;
  readonly log: Log;
}
