import type { Latency } from "../../shared/evidence/latency.ts";
import { distributionOf, timelineOf } from "../../shared/evidence/load-generation/distribution.ts";
import { newHistogram, record } from "../../shared/statistics/histogram/histogram.ts";
import { normal, seeded } from "../shared/statistics/random.ts";

export function latencyOf(spread: number, seed: number): Latency {
  const random = seeded(seed);
  const histogram = newHistogram();
  const parts = Array.from({ length: 30 }, (_, block) => {
    const latenciesMs = Float64Array.from(
      { length: 50 },
      () => 3 + Math.exp((spread / 1.6) * normal(random)) + (block === 17 ? 9 : 0),
    );
    for (const ms of latenciesMs) record(histogram, ms);
    return { seconds: 1, errors: 0, latenciesMs };
  });
  const { quantiles, bins } = distributionOf(histogram);
  const at = (share: number): number => quantiles.find(([own]) => own === share)![1];
  return {
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
    ratePerSecond: 50,
    samples: 1500,
    errors: 0,
    distribution: { quantiles, bins, timeline: timelineOf(parts) },
  };
}

export function memoryOf(): readonly (readonly [number, number])[] {
  const random = seeded(3);
  return Array.from({ length: 240 }, (_, index) => [index / 4, 410e6 + 2e4 * index + 2e6 * random()] as const);
}
