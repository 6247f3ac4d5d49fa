import type { StatusName } from "./status.ts";

/** One prediction, whichever way it was asked for: what the time series of a deployed model are made of. */
export interface ServedCall {
  /** `projects/P/locations/L/endpoints/E`. */
  readonly endpoint: string;
  readonly deployedModelId: string;
  /** When it was answered, in milliseconds since 1970. */
  readonly timeMs: number;
  readonly latencyMs: number;
  readonly status: StatusName;
}

export type ServedSink = (call: ServedCall) => void;
