import type { Repository } from "../../ports/repository.ts";
import type { Manifest } from "../../release/manifest.ts";
import { manifestsAt } from "./tip.ts";

interface Claim {
  readonly path: string;
  readonly commit: string;
  readonly target: Manifest["target"];
}

/** The manifests that name one endpoint, where that is more than this one: each would undo what the other does. */
export async function claimantsOf({ path, commit, target }: Claim, repository: Repository): Promise<readonly string[]> {
  if (target === undefined) return [];
  const { project, region, endpoint } = target;
  const rivals = [...(await manifestsAt(commit, repository))].filter(
    ([other, { target: its }]) =>
      other !== path && its?.endpoint === endpoint && its.project === project && its.region === region,
  );
  return rivals.length === 0 ? [] : [path, ...rivals.map(([other]) => other)].toSorted();
}

/** As in `eu/release.yaml and us/release.yaml both name endpoint 42`. */
export function claimText(claimants: readonly string[], endpoint: string): string {
  const both = claimants.length === 2 ? "both" : "all";
  return `${claimants.slice(0, -1).join(", ")} and ${claimants.at(-1)} ${both} name endpoint ${endpoint}`;
}

export const CLAIM_FIX = "Give each manifest an endpoint of its own.";
