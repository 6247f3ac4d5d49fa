/** Where an anchor may stand, seen from a pair of bytes that it holds. */
interface Candidate {
  readonly anchor: string;
  /** How far before the pair it begins. */
  readonly back: number;
}

/**
 * Tells which of a few dozen anchors some bytes hold, in one pass instead of one for each. Of every three characters in
 * a row a pair begins at an even place: only those are looked up.
 */
export function anchorFinder(anchors: readonly string[]): (bytes: Buffer) => ReadonlySet<string> {
  const candidates = Map.groupBy(anchors.flatMap(pairsOf), ({ pair }) => pair);
  const isKnown = new Uint8Array(1 << 16);
  for (const pair of candidates.keys()) isKnown[pair] = 1;
  return (bytes) => {
    const found = new Set<string>();
    for (let at = 0; at + 1 < bytes.length; at += 2) {
      const pair = bytes[at]! | (bytes[at + 1]! << 8);
      if (isKnown[pair] === 1) note(found, candidates.get(pair)!, { bytes, at });
    }
    return found;
  };
}

function pairsOf(anchor: string): readonly (Candidate & { readonly pair: number })[] {
  const start = rarestThree(anchor);
  return [start, start + 1].map((back) => ({
    anchor,
    back,
    pair: anchor.charCodeAt(back) | (anchor.charCodeAt(back + 1) << 8),
  }));
}

/** Names are full of small letters. */
function rarestThree(anchor: string): number {
  const starts = Array.from({ length: anchor.length - 2 }, (_, start) => start);
  const smallLetters = (start: number) => anchor.slice(start, start + 3).match(/[a-z]/g)?.length ?? 0;
  return starts.reduce((best, start) => (smallLetters(start) < smallLetters(best) ? start : best), 0);
}

interface Place {
  readonly bytes: Buffer;
  readonly at: number;
}

function note(found: Set<string>, candidates: readonly Candidate[], { bytes, at }: Place): void {
  for (const { anchor, back } of candidates) {
    if (!found.has(anchor) && isAt(anchor, bytes, at - back)) found.add(anchor);
  }
}

function isAt(anchor: string, bytes: Buffer, start: number): boolean {
  for (let index = 0; index < anchor.length; index++) {
    if (bytes[start + index] !== anchor.charCodeAt(index)) return false;
  }
  return true;
}
