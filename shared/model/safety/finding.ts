/** One thing in a model that reaches beyond the process that serves it, and the way there. */
export interface SafetyFinding {
  readonly operator: string | null;
  readonly node: string | null;
  /** Set for what lies beside the graph. */
  readonly file: string | null;
  /** What starts it (a signature, an initialiser, the restore at load), then the functions down to the node. */
  readonly path: readonly string[];
  readonly reason: string;
  readonly fix: string;
}
