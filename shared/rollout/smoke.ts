/** What known requests were answered, before anybody else's are. */
export type SmokeResult =
  | {
      readonly kind: "passed";
      readonly requests: number;
      /** What the slowest answer took, the first ones and their warm-up included. */
      readonly slowestMs?: number;
    }
  | { readonly kind: "failed"; readonly reason: string }
  /** The platform did not answer, so nothing is known of the release. */
  | { readonly kind: "unknown"; readonly reason: string };
