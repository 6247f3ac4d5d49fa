import type { Chain } from "./chain.ts";
import type { LedgerLine } from "./line.ts";

/** A release that lost its traffic, or failed before it had any, and the line that says so. */
export interface TakenBack {
  /** Of the release that was taken back, by the merge that wanted it. */
  readonly failed: LedgerLine;
  /** Its own last line, or that of the release which came back in its place. */
  readonly ended: LedgerLine;
}

/** What a line has taken back from an endpoint; null where nobody lost anything by it. */
export function takenBack(chain: Chain, ended: LedgerLine): TakenBack | null {
  if (ended.event === "bad") return { failed: ended, ended };
  const before = chain.slice(0, chain.indexOf(ended));
  if (ended.event === "aborted") return hadTraffic(before, ended) ? { failed: ended, ended } : null;
  if (ended.event !== "rolledBack") return null;
  const lost = ended.before.find(({ digest, percent }) => digest !== null && digest !== ended.digest && percent > 0);
  const failed = before.findLast(({ digest, event }) => digest === lost?.digest && event === "intent");
  return failed === undefined ? null : { failed, ended };
}

/** The platform failed a release: nobody was answered by it unless its traffic had to be given back. */
function hadTraffic(before: Chain, { digest }: LedgerLine): boolean {
  const begun = before.findLastIndex((line) => line.event === "intent" && line.digest === digest);
  return before.slice(begun).some(({ event }) => event === "restored");
}
