import type { Chain } from "../../shared/ledger/chain.ts";
import { standingOf } from "../../shared/ledger/history.ts";
import type { LedgerLine } from "../../shared/ledger/line.ts";
import type { Waiver } from "../../shared/schema/release.types.ts";

/** The line that says how a release failed before; null where it never did. */
export function failureOf(chain: Chain, digest: string): LedgerLine | null {
  const standing = standingOf(chain, digest);
  if (standing === "bad") return chain.findLast((line) => line.event === "bad" && line.digest === digest) ?? null;
  if (standing !== "rolledBack") return null;
  const isTakenBack = ({ event, before }: LedgerLine): boolean =>
    event === "rolledBack" && before.some((share) => share.digest === digest);
  return chain.findLast(isTakenBack) ?? null;
}

/** How a waiver's reason names a failure, so that none of before or after is meant by it: `ledger 17`. */
export function nameOf({ sequence }: LedgerLine): string {
  return `ledger ${sequence}`;
}

/** Whether one of the waivers that count answers for this very failure. */
export function isWaived(failure: LedgerLine, counting: readonly Waiver[]): boolean {
  const named = new RegExp(`\\b${nameOf(failure)}\\b`, "i");
  return counting.some(({ reason }) => named.test(reason));
}
