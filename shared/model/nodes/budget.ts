import { Failure } from "../../failure.ts";

/** How many nodes a file may hold. */
export interface NodeBudget {
  take(count: number): void;
}

/** The largest published graphs have some 300 000. */
const MAX_NODES = 400_000;

export function nodeBudget(file: string): NodeBudget {
  let left = MAX_NODES;
  return {
    take(count) {
      left -= count;
      if (left >= 0) return;
      throw new Failure("limit-exceeded", `${file}: more than ${MAX_NODES} nodes`, {
        fix: "Export the model for serving alone, with one metagraph and without its training graph.",
      });
    },
  };
}
