import type { FailureCode, Problem } from "../../../failure.ts";

/** What the thread is told: a value, or that there are no more. */
export type Told<Value> = { readonly kind: "take"; readonly value: Value } | { readonly kind: "finish" };

/** What it says. */
export type Said<Answer> =
  | { readonly kind: "took" }
  | { readonly kind: "answered"; readonly answer: Answer }
  | { readonly kind: "failed"; readonly failure: PlainFailure };

/** A Failure as it crosses from thread to thread, where a class would be lost. */
export interface PlainFailure {
  readonly code: FailureCode;
  readonly message: string;
  readonly fix: string;
  readonly problems: readonly Problem[];
}
