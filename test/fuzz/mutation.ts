/** A seeded source of whole numbers below a limit (xorshift32): the same seed makes the same run everywhere. */
export type Random = (limit: number) => number;

export function randomFrom(seed: number): Random {
  let state = seed | 0 || 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

/** One to three changes, each of a kind that disks, editors and attackers make. */
export function mutated(bytes: Uint8Array, random: Random): Uint8Array {
  let changed = Uint8Array.from(bytes);
  for (let left = 1 + random(3); left > 0 && changed.length > 0; left--) {
    const at = random(changed.length);
    const kind = random(5);
    if (kind === 0) changed[at]! ^= 1 << random(8);
    else if (kind === 1) changed[at] = random(256);
    else if (kind === 2) changed = changed.slice(0, at + 1);
    else if (kind === 3) changed = Uint8Array.from([...changed.slice(0, at), ...changed.slice(at + 1 + random(9))]);
    else changed.copyWithin(at, random(changed.length), random(changed.length));
  }
  return changed;
}
