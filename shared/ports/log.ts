/** Progress and prose for the person who waits. Results are returned, never logged. */
export interface Log {
  info(message: string): void;
  /** Shown only when asked for. */
  detail(message: string): void;
  /** Long work: called as often as is convenient; the log decides what is worth showing. */
  progress(activity: string, done: number, total: number): void;
}
