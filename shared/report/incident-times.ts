import type { LedgerEntry } from "../ledger/line.ts";

/** As the ledger has them. A failure is written down with the write that gave the traffic back. */
export interface IncidentTimes {
  readonly begunAt: string;
  /** When it had traffic first; null where it never had. */
  readonly exposedAt: string | null;
  /** When it had none any more; null where it still has. */
  readonly restoredAt: string | null;
  readonly endedAt: string;
}

interface Told {
  readonly failed: LedgerEntry;
  /** Its own last line, or that of what came back in its place. */
  readonly ended: LedgerEntry;
  readonly chain: readonly LedgerEntry[];
}

export function timesOf({ failed, ended, chain }: Told): IncidentTimes {
  const attempt = chain.filter(({ digest, commit }) => digest === failed.digest && commit === failed.commit);
  const begun = attempt.findLast(({ event }) => event === "intent") ?? attempt[0] ?? failed;
  const since = chain.slice(Math.max(0, chain.indexOf(begun)));
  const exposed = since.findIndex(({ after }) => hasTraffic(after, failed.digest));
  const restored =
    exposed === -1 ? undefined : since.slice(exposed).find(({ after }) => !hasTraffic(after, failed.digest));
  return {
    begunAt: begun.time,
    exposedAt: since[exposed]?.time ?? null,
    restoredAt: restored?.time ?? null,
    endedAt: ended.time,
  };
}

/** As in `2 h 5 min 10 s`; nothing shorter than a second is told apart. */
export function between(from: string, to: string): string {
  const seconds = Math.max(0, secondsOf(to) - secondsOf(from));
  const parts = [
    [Math.floor(seconds / 3600), "h"],
    [Math.floor((seconds % 3600) / 60), "min"],
    [Math.floor(seconds % 60), "s"],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return told.length === 0 ? "less than 1 s" : told.join(" ");
}

function hasTraffic(shares: LedgerEntry["after"], digest: string): boolean {
  return shares.some((share) => share.digest === digest && share.percent > 0);
}

/** Since 1970, of a ledger's own spelling of a moment. */
function secondsOf(time: string): number {
  // biome-ignore lint/style/noRestrictedGlobals: a text is read; no clock is.
  return Date.parse(time) / 1000;
}
