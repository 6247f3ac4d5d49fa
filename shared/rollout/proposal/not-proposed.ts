/** Nothing is proposed, and why. */
export interface NotProposed {
  readonly kind: "none";
  readonly reason: string;
  /** One imperative sentence; null where nothing is left to do. */
  readonly fix: string | null;
}

export function notProposed(reason: string, fix: string | null = null): NotProposed {
  return { kind: "none", reason, fix };
}
