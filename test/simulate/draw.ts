/** A number from 0 to below, by chance. */
export type Draw = (below: number) => number;

/** The same numbers for the same seed, everywhere (mulberry32). */
export function drawer(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export function drawn<T>(all: readonly T[], draw: Draw): T {
  return all[draw(all.length)]!;
}
