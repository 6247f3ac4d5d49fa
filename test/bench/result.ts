import type { Measured } from "./measure.ts";

/** One comparison, in a file of its own; `bench.ts` lists them. */
export interface Bench {
  run(options: BenchOptions): Promise<BenchResult>;
}

export interface BenchOptions {
  readonly rounds: number;
  /** Bytes of input, where the bench makes its own. */
  readonly sizeBytes: number;
}

export interface BenchResult {
  /** What the seconds in the rows are; CPU time without. */
  readonly clock?: "CPU" | "wall";
  readonly rows: readonly BenchRow[];
  readonly goals: readonly Goal[];
}

export interface BenchRow extends Measured {
  /** What the best round comes to, in the bench's own unit. */
  readonly rate: string;
}

export interface Goal {
  readonly goal: string;
  readonly measured: number;
  readonly isMet: boolean;
}
