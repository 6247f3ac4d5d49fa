export interface Clock {
  /** Milliseconds since an arbitrary start; never runs backwards. */
  elapsedMs(): number;
}
