import type { Run } from "../kernels/kernel.ts";
import type { Value } from "../values/value.ts";

/** What a graph becomes: steps over numbered slots. A step never waits, for all that it needs ran before. */
export interface Plan {
  readonly name: string;
  /** The slots before anything has run: constants are in theirs. */
  readonly slots: readonly (Value | undefined)[];
  readonly parameters: readonly Slot[];
  readonly steps: readonly Step[];
  readonly results: readonly number[];
}

export interface Slot {
  readonly slot: number;
  /** How many steps and results read it. */
  readonly uses: number;
}

export interface Step {
  readonly name: string;
  readonly op: string;
  readonly run: Run;
  readonly inputs: readonly number[];
  readonly outputs: readonly Slot[];
  /** Slots that nothing reads after this step. */
  readonly last: readonly number[];
  /** For steps in a branch of TensorFlow 1: dead where one of these or of the inputs is dead. Null elsewhere. */
  readonly guards: readonly number[] | null;
}
