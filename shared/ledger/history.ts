import type { Chain } from "./chain.ts";
import type { LedgerEvent, LedgerLine, ServedShare } from "./line.ts";

/** What an endpoint served at a moment, as its ledger tells it. */
export interface Served {
  /** The last line that had been written by then. */
  readonly since: LedgerLine;
  readonly shares: readonly ServedShare[];
}

/** How a release stands with its endpoint: the last of its lines that decides. */
export type Standing = "healthy" | "bad" | "rolledBack" | "aborted" | "superseded" | "underway" | "unknown";

const STANDINGS: Partial<Readonly<Record<LedgerEvent, Standing>>> = {
  intent: "underway",
  healthy: "healthy",
  adopted: "healthy",
  healed: "healthy",
  bad: "bad",
  aborted: "aborted",
  superseded: "superseded",
};

/** Null before the first line. Times never run backwards along a chain, whatever the writers' clocks said. */
export function servedAt(chain: Chain, time: string): Served | null {
  const since = chain.findLast((line) => line.time <= time);
  return since === undefined ? null : { since, shares: since.after };
}

/**
 * What became of a digest last. A release that another one took the place of by a rollback is `rolledBack`: it comes
 * back only as a new release would. An attempt to bring back what was well says nothing about it, however it ended.
 */
export function standingOf(chain: Chain, digest: string): Standing {
  let attempted: Standing | undefined;
  for (const line of chain.toReversed()) {
    const standing = standingIn(line, digest);
    if (standing === "healthy") return standing;
    if (standing === "bad" || standing === "rolledBack") return attempted ?? standing;
    attempted ??= standing;
  }
  return attempted ?? "unknown";
}

function standingIn(line: LedgerLine, digest: string): Standing | undefined {
  if (line.event === "rolledBack" && line.digest !== digest && isIn(line.before, digest)) return "rolledBack";
  if (line.event === "rolledBack" && line.digest === digest) return "healthy";
  return line.digest === digest && isMeant(line) ? STANDINGS[line.event] : undefined;
}

/** The line that says that a release is well, and what it came back as; null for what is not well, or was taken back. */
export function healthyLine(chain: Chain, digest: string): LedgerLine | null {
  if (standingOf(chain, digest) !== "healthy") return null;
  return chain.findLast((line) => line.digest === digest && crowns(line)) ?? null;
}

/** The releases that are well, apart from those that are named: who was so last comes first. */
export function healthyLines(chain: Chain, apart: ReadonlySet<string>): readonly LedgerLine[] {
  const digests = new Set(chain.map(({ digest }) => digest));
  const healthy = [...digests].filter((digest) => !apart.has(digest)).map((digest) => healthyLine(chain, digest));
  return healthy.filter((line) => line !== null).toSorted((a, b) => b.sequence - a.sequence);
}

/** The last release that took all traffic and was well: what a person gets back when all else fails. */
export function championOf(chain: Chain): LedgerLine | null {
  return chain.findLast(crowns) ?? null;
}

const CROWNING: ReadonlySet<LedgerEvent> = new Set(["healthy", "rolledBack", "adopted", "healed"]);

/** Whether the ledger has ever said who serves there, were it nobody. */
export function hasSettled(chain: Chain): boolean {
  return chain.some(({ event }) => CROWNING.has(event));
}

/** Whether a release has all traffic, and is well, by this line. */
export function crowns(line: LedgerLine): boolean {
  return CROWNING.has(line.event) && isMeant(line);
}

/** Who is adopted need not be a release: then the line names the one that is wanted, and it is not among who answers. */
function isMeant({ event, digest, after }: LedgerLine): boolean {
  return event !== "adopted" || isIn(after, digest);
}

function isIn(shares: readonly ServedShare[], digest: string): boolean {
  return shares.some((share) => share.digest === digest && share.percent > 0);
}
