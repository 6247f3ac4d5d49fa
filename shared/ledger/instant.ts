// biome-ignore-start lint/style/noRestrictedGlobals: two ways to write one moment; no clock is read.

/** As a ledger has it: ISO 8601, milliseconds, UTC. */
export function instantText(ms: number): string {
  return new Date(ms).toISOString();
}

/** The inverse of `instantText`. */
export function instantMs(text: string): number {
  return Date.parse(text);
}

/** Digits in the right places are not yet a moment: no month is the ninety-ninth. */
export function isInstant(text: string): boolean {
  const ms = instantMs(text);
  return Number.isFinite(ms) && instantText(ms) === text;
}

/** The later of two, as texts. */
export function laterOf(one: string, other: string): string {
  return one < other ? other : one;
}
// biome-ignore-end lint/style/noRestrictedGlobals: two ways to write one moment; no clock is read.
