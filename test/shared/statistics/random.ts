/** Numbers from 0 to 1 that depend on the seed alone. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** Box and Muller's. */
export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

export interface Scored {
  readonly labels: Uint8Array;
  readonly scores: Float64Array;
  readonly weights: Float64Array;
}

/** Rows whose scores tell something of their labels, some of them tied. */
export function scoredRows(rows: number, seed: number): Scored {
  const random = seeded(seed);
  const labels = new Uint8Array(rows);
  const scores = new Float64Array(rows);
  const weights = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    const score = 1 / (1 + Math.exp(-normal(random)));
    labels[i] = random() < score ? 1 : 0;
    scores[i] = random() < 0.3 ? Math.round(score * 20) / 20 : score;
    weights[i] = 0.5 + random();
  }
  return { labels, scores, weights };
}
