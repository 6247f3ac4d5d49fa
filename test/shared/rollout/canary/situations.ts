import { normal } from "../../statistics/random.ts";

/** One answer of a model. */
export interface Answer {
  readonly isError: boolean;
  readonly latencyMs: number;
  /** NaN is invalid. */
  readonly score: number;
}

/** What a model answers in one minute of the step. */
export type Answering = (draw: () => number, minute: number) => Answer;

/** A canary whose truth is known. */
export interface Situation {
  readonly name: string;
  readonly isHealthy: boolean;
  readonly champion: Answering;
  readonly challenger: Answering;
  /** A minute, the challenger's and the champion's. */
  readonly traffic: readonly [number, number];
}

interface Kind {
  readonly errorRate: number;
  readonly medianMs: number;
  /** Of the latencies' logarithms. */
  readonly spread: number;
  /** So large a share is so many times slower. */
  readonly tail: readonly [number, number];
  /** Mean and standard deviation of the score's logarithmic odds; null for always the same. */
  readonly odds: readonly [number, number] | null;
  readonly invalidRate: number;
}

const USUAL: Kind = { errorRate: 0.001, medianMs: 20, spread: 0.4, tail: [0, 1], odds: [-1, 1], invalidRate: 0 };
const QUARTER = [40, 120] as const;
const FEW = [2, 6] as const;

export const SITUATIONS: readonly Situation[] = [
  healthy("equal models", {}),
  healthy("equal models, one error in a hundred", { errorRate: 0.01 }, { errorRate: 0.01 }),
  healthy("equal models with long tails", { tail: [0.01, 30] }, { tail: [0.01, 30] }),
  healthy("5 % slower, where 10 % are allowed", { medianMs: 21 }),
  healthy("retrained: scores a tenth of their spread higher", { odds: [-0.9, 1] }),
  { ...healthy("everybody errs for five minutes", {}), ...both(from(USUAL, { errorRate: 0.2 }, 3, 8)) },
  { ...healthy("everybody is slow for one minute", {}), ...both(from(USUAL, { medianMs: 200 }, 6, 7)) },
  { ...healthy("few requests", {}), traffic: FEW },
  {
    ...healthy("few requests, five minutes of errors everywhere", {}),
    ...both(from(USUAL, { errorRate: 0.2 }, 3, 8)),
    traffic: FEW,
  },
  broken("a burst: 30 % errors for three minutes", {}, from(USUAL, { errorRate: 0.3 }, 4, 7)),
  broken("sparse errors: 0.1 % become 0.5 %", { errorRate: 0.005 }),
  broken("sparse errors: 0.1 % become 1 %", { errorRate: 0.01 }),
  {
    ...broken("kayenta#426: errors now and then, where there were none", { errorRate: 0.011 }),
    champion: of({ ...USUAL, errorRate: 0 }),
  },
  broken("all answers 1.5 times as slow", { medianMs: 30 }),
  broken("all answers 1.25 times as slow", { medianMs: 25 }),
  broken("a tail: p95 as before, p99 nine times as long", { tail: [0.03, 15] }),
  broken("spinnaker#6278: a hundred times as slow, but not in all minutes", {}, (draw, minute) =>
    of({ ...USUAL, medianMs: minute % 10 < 3 ? 20 : 2_000 })(draw, minute),
  ),
  broken("kayenta#780: slow and fast minutes in turn, about the same median", {}, (draw, minute) =>
    of({ ...USUAL, medianMs: minute % 2 === 0 ? 5 : 80 })(draw, minute),
  ),
  broken("latencies vary more about the same median", { spread: 0.8 }),
  broken("one in a hundred answers is no number", { invalidRate: 0.01 }),
  broken("constant scores", { odds: null }),
  broken("scores vary four times as much about the same middle", { odds: [-1, 4] }),
  broken("scores moved by their whole spread", { odds: [0, 1] }),
  { ...broken("few requests, a fifth of them errors", { errorRate: 0.2 }), traffic: FEW },
];

function healthy(name: string, challenger: Partial<Kind>, champion: Partial<Kind> = {}): Situation {
  return {
    name,
    isHealthy: true,
    traffic: QUARTER,
    champion: of({ ...USUAL, ...champion }),
    challenger: of({ ...USUAL, ...challenger }),
  };
}

function broken(name: string, changed: Partial<Kind>, challenger: Answering = of({ ...USUAL, ...changed })): Situation {
  return { name, isHealthy: false, traffic: QUARTER, champion: of(USUAL), challenger };
}

function both(answering: Answering): Pick<Situation, "champion" | "challenger"> {
  return { champion: answering, challenger: answering };
}

/** As it is from one minute to another, and usual before and after. */
function from(usual: Kind, changed: Partial<Kind>, first: number, end: number): Answering {
  const [before, then] = [of(usual), of({ ...usual, ...changed })];
  return (draw, minute) => (minute >= first && minute < end ? then : before)(draw, minute);
}

function of({ errorRate, medianMs, spread, tail, odds, invalidRate }: Kind): Answering {
  return (draw) => {
    const slowness = draw() < tail[0] ? tail[1] : 1;
    return {
      isError: draw() < errorRate,
      latencyMs: medianMs * slowness * Math.exp(spread * normal(draw)),
      score: draw() < invalidRate ? Number.NaN : scoreOf(odds, draw),
    };
  };
}

function scoreOf(odds: Kind["odds"], draw: () => number): number {
  return odds === null ? 0.5 : 1 / (1 + Math.exp(-(odds[0] + odds[1] * normal(draw))));
}
