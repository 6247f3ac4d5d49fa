/** Which candidates to keep. */
export interface Suppression {
  /** Candidates that overlap one that is kept by more than this are dropped. */
  readonly limit: number;
  /** Candidates with a score that is not above this are never kept. */
  readonly least?: number;
  /** Above 0, overlapping ones lose score instead, the more the smaller sigma is. */
  readonly sigma?: number;
  readonly most: number;
  overlap(a: number, b: number): number;
}

export interface Choice {
  readonly index: number;
  readonly score: number;
}

interface Candidate {
  readonly index: number;
  score: number;
  /** How many of the kept ones it was held against before. */
  seen: number;
}

const { fround } = Math;

/** The best first; among equal scores the one that comes first. */
export function suppressed(scores: Float32Array, settings: Suppression, checkDeadline: () => void): readonly Choice[] {
  const { most, least = Number.NEGATIVE_INFINITY } = settings;
  const waiting: Candidate[] = [];
  scores.forEach((score, index) => {
    if (score > least) waiting.push({ index, score, seen: 0 });
  });
  waiting.sort((a, b) => a.score - b.score || b.index - a.index);
  const kept: Choice[] = [];
  for (let round = 0; kept.length < most && waiting.length > 0; round++) {
    if (round % 256 === 0) checkDeadline();
    const candidate = waiting.pop()!;
    const before = candidate.score;
    if (isSuppressed(candidate, kept, settings)) continue;
    candidate.seen = kept.length;
    if (candidate.score === before) kept.push({ index: candidate.index, score: before });
    else if (candidate.score > least) insert(waiting, candidate);
  }
  return kept;
}

/** How much two boxes (y, x, y, x; any two opposite corners) share of what they cover together. */
export function overlapOf(corners: Float32Array): (a: number, b: number) => number {
  const box = (index: number) => {
    const [y1, x1, y2, x2] = corners.subarray(4 * index, 4 * index + 4) as unknown as readonly [
      number,
      number,
      number,
      number,
    ];
    return [Math.min(y1, y2), Math.min(x1, x2), Math.max(y1, y2), Math.max(x1, x2)] as const;
  };
  return (a, b) => {
    const [top, left, bottom, right] = box(a);
    const [top2, left2, bottom2, right2] = box(b);
    const area = fround(fround(bottom - top) * fround(right - left));
    const area2 = fround(fround(bottom2 - top2) * fround(right2 - left2));
    if (area <= 0 || area2 <= 0) return 0;
    const height = Math.max(fround(Math.min(bottom, bottom2) - Math.max(top, top2)), 0);
    const shared = fround(height * Math.max(fround(Math.min(right, right2) - Math.max(left, left2)), 0));
    return fround(shared / fround(fround(area + area2) - shared));
  };
}

/** Held against the kept ones from the last back, for those have scores like its own. */
function isSuppressed(candidate: Candidate, kept: readonly Choice[], settings: Suppression): boolean {
  const { limit, sigma = 0, least = Number.NEGATIVE_INFINITY, overlap } = settings;
  for (let i = kept.length - 1; i >= candidate.seen; i--) {
    const shared = overlap(candidate.index, kept[i]!.index);
    if (sigma === 0) {
      if (shared > limit) return true;
      continue;
    }
    candidate.score = fround(candidate.score * fround(Math.exp((-0.5 / sigma) * shared * shared)));
    if (candidate.score <= least) return false;
  }
  return false;
}

function insert(waiting: Candidate[], candidate: Candidate): void {
  let [low, high] = [0, waiting.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = waiting[middle]!;
    const isBelow = other.score < candidate.score || (other.score === candidate.score && other.index > candidate.index);
    if (isBelow) low = middle + 1;
    else high = middle;
  }
  waiting.splice(low, 0, candidate);
}
