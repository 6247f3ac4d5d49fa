import { Failure } from "../../shared/failure.ts";
import type { Chain } from "../../shared/ledger/chain.ts";
import { championOf, standingOf } from "../../shared/ledger/history.ts";
import type { LedgerLine } from "../../shared/ledger/line.ts";
import { quote } from "../../shared/schema/phrases.ts";

/** From what to what an endpoint goes back. */
export interface WayBack {
  /** The last line of the release that is taken back; null where it has none yet. */
  readonly failed: LedgerLine | null;
  /** The line by which the other one was found healthy. */
  readonly healthy: LedgerLine;
}

const CROWNING: ReadonlySet<LedgerLine["event"]> = new Set(["healthy", "rolledBack", "adopted", "healed"]);
const MOST_NAMED = 10;

/**
 * What the default branch wants is taken back. As long as it does not serve everybody, that leads to who did before it;
 * once it does, to the one before. A person may name any version that was healthy.
 */
export function wayBack(
  chain: Chain,
  { wanted, to }: { readonly wanted: string | null; readonly to: string | null },
): WayBack {
  const failed = chain.findLast(({ digest }) => digest === wanted) ?? null;
  const candidates = chain
    .filter(({ event, digest }) => CROWNING.has(event) && digest !== wanted && standingOf(chain, digest) === "healthy")
    .toReversed();
  const champion = championOf(chain);
  if (to === null && champion !== null && champion.digest !== wanted) return { failed, healthy: champion };
  const healthy = candidates.find(({ version }) => to === null || version === to);
  if (healthy !== undefined) return { failed, healthy };
  throw nothingHealthy(to, candidates);
}

function nothingHealthy(to: string | null, candidates: readonly LedgerLine[]): Failure {
  const versions = [...new Set(candidates.map(({ version }) => version))]
    .slice(0, MOST_NAMED)
    .map((each) => quote(each));
  const what = to === null ? "no release was healthy before this one" : `no release ${quote(to)} was healthy here`;
  const fix =
    versions.length === 0
      ? "Commit and merge a release that is well: nothing is there to go back to."
      : `Choose one with --to: ${versions.join(", ")}.`;
  return new Failure("usage", what, { fix });
}
