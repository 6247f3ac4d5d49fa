/** What has happened to a world from outside of every run: what may be to blame when something ends badly. */
export interface Facts {
  /** How often somebody changed traffic, or took away what was deployed, by hand. */
  hands: number;
  /** How often the default branch's history was rewritten. */
  rewrites: number;
  /** How often the ledger or the forge was out of reach. */
  outages: number;
  /** The ledger as it was before somebody changed it; null where it is as it was written. */
  untampered: Uint8Array | null;
  /** Every fault, in words. */
  readonly strikes: Set<string>;
  /** How many runs have been scheduled to settle everything. */
  ticks: number;
  /** When the last fault was over. */
  quietMs: number | null;
}

/** What the release is to blame for, though it was a fault: a platform that says so. */
const OF_THE_RELEASE = /(artifact|crashed|invalid|state)$/;

export function isReleaseStruck({ strikes }: Facts): boolean {
  return [...strikes].some((strike) => OF_THE_RELEASE.test(strike));
}

export function isTouched({ hands, rewrites }: Facts): boolean {
  return hands + rewrites > 0;
}
