import type { Chain } from "../../ledger/chain.ts";
import { championOf } from "../../ledger/history.ts";
import type { Manifest } from "../../release/manifest.ts";
import type { Place } from "./place.ts";
import { earlierManifest, manifestsAt, type Tip } from "./tip.ts";

/**
 * The champion's manifest with the limits that it had at last, which judge whoever comes after it: a limit may have
 * been changed since it was released. Null where nothing is served, or where nobody finds it any more.
 */
export async function championManifest(
  chain: Chain,
  { changes }: Pick<Tip, "changes">,
  place: Place,
): Promise<Manifest | null> {
  const champion = championOf(chain);
  if (champion === null) return null;
  const { digest, commit, endpoint } = champion;
  const unmoved = await earlierManifest(changes, ({ artifact }) => artifact.digest === digest, place);
  if (unmoved !== null || (await place.repository.resolve(commit)) === undefined) return unmoved;
  const all = [...(await manifestsAt(commit, place.repository)).values()];
  return all.find(({ artifact, target }) => artifact.digest === digest && target?.endpoint === endpoint) ?? null;
}
