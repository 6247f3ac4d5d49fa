import type { Chain } from "../ledger/chain.ts";
import { standingOf } from "../ledger/history.ts";
import type { Manifest } from "../release/manifest.ts";
import { servedChampion } from "./served.ts";

const TIP = "Validate the tip of the default branch: run the validation workflow on it by hand.";
const BACK = "Revert the default branch to what is served, and propose the release anew from there.";

/** Compared again at the tip, a release meets what was merged before it: of use only where that was ever well. */
export function remedyOf(compared: string | null, chain: Chain): string {
  return compared === null || standingOf(chain, compared) === "healthy" ? TIP : BACK;
}

/** Why a merge would change nothing, however well the release is: it is measured by one that failed. Null else. */
export function foreseenStale({ model, artifact }: Manifest, chain: Chain): string | null {
  const standing = standingOf(chain, artifact.digest);
  const served = servedChampion(chain);
  if (served === null || (standing !== "bad" && standing !== "rolledBack")) return null;
  const became = standing === "bad" ? "failed" : "was taken back";
  return `${model.name} ${model.version}, which it is compared with, ${became}, and ${served.version} is served: merge the revert to that first`;
}
