/** What happened when the release was promoted, and taken back, where nobody is served. */
export interface RehearsalEvidence {
  readonly promotion: RehearsedWalk;
  /** Back to the champion; null for a first release, which has none. */
  readonly return: RehearsedWalk | null;
}

export interface RehearsedWalk {
  /** Whether it came to its end. */
  readonly isDone: boolean;
  /** What it came to, or what stood in the way. */
  readonly reason: string;
  /** What was written, in order. */
  readonly writes: readonly RehearsedWrite[];
  readonly milliseconds: number;
}

export interface RehearsedWrite {
  readonly kind: "upload" | "register" | "alias" | "deploy" | "share" | "undeploy";
  readonly resource: string;
}
