import type { CanaryQuestion } from "../canary.ts";
import type { CanaryReadings } from "./readings.ts";

/** Where a step's answers are counted. */
export type CanarySource = (question: CanaryQuestion) => Promise<Sourced>;

export type Sourced =
  | { readonly kind: "seen"; readonly readings: CanaryReadings }
  /** Nothing is known, and why: then nobody goes on. */
  | { readonly kind: "unseen"; readonly reason: string };
