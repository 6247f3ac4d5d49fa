/** Figures that no run can have measured together. */
export interface Contradiction {
  /** A JSON pointer to one of them. */
  readonly at: string;
  readonly message: string;
}

/** The contradiction, where there is one. */
export function unless(isSo: boolean, at: string, message: string): readonly Contradiction[] {
  return isSo ? [] : [{ at, message }];
}
