import type { Chain } from "../../ledger/chain.ts";
import type { Manifest } from "../../release/manifest.ts";
import { servedChampion } from "../served.ts";
import type { Place } from "./place.ts";
import { manifestOfDigest, type Tip } from "./tip.ts";

/**
 * The champion's manifest with the limits that it had at last, which judge whoever comes after it: a limit may have
 * been changed since it was released. Null where nothing is served, or where nobody finds it any more.
 */
export async function championManifest(chain: Chain, tip: Tip, place: Place): Promise<Manifest | null> {
  const champion = servedChampion(chain);
  return champion === null ? null : manifestOfDigest(champion, tip, place);
}
