import type { Manifest } from "../release/manifest.ts";

/** One step of a canary, as it is judged. */
export interface CanaryQuestion {
  readonly manifest: Manifest;
  readonly challengerId: string;
  /** Who had the traffic before, and has the rest of it now. */
  readonly championIds: readonly string[];
  readonly percent: number;
  /** By the platform's clock. */
  readonly sinceMs: number;
  readonly nowMs: number;
}

export type CanaryJudgement =
  | { readonly kind: "pass"; readonly reason: string }
  | { readonly kind: "fail"; readonly reason: string }
  /** Not enough is known yet: what is missing, and when it is worth asking again. */
  | { readonly kind: "more"; readonly reason: string; readonly againMs: number };
