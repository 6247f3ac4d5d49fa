import type { Outcome } from "./outcome.ts";

/** What an endpoint's answers were like, by the deployed model that gave them, as the platform counted them. */
export interface Telemetry {
  /** Whoever answered nothing is left out. */
  read(window: TelemetryWindow): Promise<Outcome<TelemetryReading>>;
}

/** Times in ISO 8601, by the platform's clock. */
export interface TelemetryWindow {
  readonly from: string;
  readonly to: string;
}

export interface TelemetryReading {
  /** The end of the newest interval that has arrived: platforms count minutes late. Null when nothing has. */
  readonly until: string | null;
  readonly models: readonly ModelTelemetry[];
}

export interface ModelTelemetry {
  readonly deployedModelId: string;
  /** Answers of any kind. */
  readonly answers: number;
  /** How many of them were errors, by HTTP status as far as the platform tells: `503`, or only `5xx`. */
  readonly errors: Readonly<Record<string, number>>;
  readonly latency: LatencyHistogram;
}

/** Counts by latency, which can be added up and of which quantiles are read with their bounds. */
export interface LatencyHistogram {
  /** Ascending: count `i` is of what took at least bound `i - 1` and less than bound `i`. */
  readonly boundsMs: readonly number[];
  /** One more than the bounds: the last has no upper one. */
  readonly counts: readonly number[];
}
