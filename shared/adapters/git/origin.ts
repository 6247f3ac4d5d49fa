import { ask, type Place } from "./call.ts";
import type { Environment } from "./safety.ts";

/** A repository, and where it was cloned from. */
export interface Origin {
  readonly here: Place;
  /** The same with the user's own settings and credentials. */
  readonly there: Place;
  /** Whether there is an origin at all. */
  readonly isRemote: boolean;
}

export async function originOf(folder: string, environment: Environment): Promise<Origin> {
  const here: Place = { folder, environment };
  const { exitCode } = await ask(here, ["config", "--get", "remote.origin.url"]);
  return { here, there: { ...here, isRemote: true }, isRemote: exitCode === 0 };
}
