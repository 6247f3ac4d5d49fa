import type { Chain } from "../ledger/chain.ts";
import { championOf } from "../ledger/history.ts";
import type { LedgerEvent, LedgerLine, ServedShare } from "../ledger/line.ts";
import type { EndpointState, Split } from "../ports/endpoint.ts";
import { isSameSplit } from "./split.ts";

/** Who answers at an endpoint, by the releases that the ledger knows; what others deployed has neither. */
export function servedShares({ split, deployed }: EndpointState, chain: Chain): readonly ServedShare[] {
  return Object.entries(split)
    .filter(([, percent]) => percent > 0)
    .map(([deployedModelId, percent]) => {
      const digest = deployed.find(({ id }) => id === deployedModelId)?.digest ?? null;
      const version = digest === null ? null : (chain.findLast((line) => line.digest === digest)?.version ?? null);
      return { deployedModelId, version, digest, percent };
    })
    .toSorted((a, b) => b.percent - a.percent || (a.deployedModelId < b.deployedModelId ? -1 : 1));
}

/** Who should answer at rest: what the last attempt left behind, however it ended. */
export function expectedShares(chain: Chain): readonly ServedShare[] {
  return chain.findLast(({ event }) => !UNDERWAY.has(event))?.after ?? [];
}

/** What is seen while an attempt goes on, or while somebody else's traffic is there, is nothing to hold on to. */
const UNDERWAY: ReadonlySet<LedgerEvent> = new Set([
  "intent",
  "uploaded",
  "registered",
  "staged",
  "deployed",
  "shifted",
  "frozen",
]);

/** Who should have all traffic at rest; null where nobody is served, even if somebody was. */
export function servedChampion(chain: Chain): LedgerLine | null {
  return expectedShares(chain).length === 0 ? null : championOf(chain);
}

export function expectedSplit(chain: Chain): Split {
  const shares = expectedShares(chain);
  return Object.fromEntries(shares.map(({ deployedModelId, percent }) => [deployedModelId, percent]));
}

/** Whether somebody else moved traffic since the last line. */
export function hasDrifted({ endpoint, chain }: { readonly endpoint: EndpointState; readonly chain: Chain }): boolean {
  return !isSameSplit(endpoint.split, expectedSplit(chain));
}

/** As `2.3.0 at 95 %, 2.4.0 at 5 %`; a model of others is named by its own id. */
export function sharesText(shares: readonly ServedShare[]): string {
  if (shares.length === 0) return "nothing";
  return shares
    .map(({ version, deployedModelId, percent }) => `${version ?? `deployed model ${deployedModelId}`} at ${percent} %`)
    .join(", ");
}
