import { Failure } from "../../failure.ts";
import type { SignatureTensor } from "../../model/graph.ts";
import { firstLine } from "./binding.ts";

const EXHAUSTED = /\bOOM\b|RESOURCE_EXHAUSTED|Resource exhausted|failed to allocate|out of memory/i;
const UNKNOWN_OPERATOR = /Op type not registered '([^']*)'/;

/** What TensorFlow says when it cannot load a model. */
export function loadFailure(thrown: unknown, directory: string, version: string): Failure {
  if (thrown instanceof Failure) return thrown;
  const reason = reasonOf(thrown);
  if (EXHAUSTED.test(reason)) return exhausted(`loading ${directory}`, reason, thrown);
  const operator = UNKNOWN_OPERATOR.exec(reason)?.[1];
  if (operator !== undefined) {
    return new Failure("operator-missing", `TensorFlow ${version} has no operator ${JSON.stringify(operator)}`, {
      fix: "Set up the TensorFlow version that the model was exported with, or export without custom operators.",
      cause: thrown,
    });
  }
  return new Failure("model-unreadable", `TensorFlow ${version} cannot load ${directory}: ${reason}`, {
    fix: "Export the model again, or set up the TensorFlow version that it was exported with.",
    cause: thrown,
  });
}

/** What the model itself refuses; inputs that do not fit its signature never come so far. */
export function predictFailure(thrown: unknown, signatureName: string): Failure {
  if (thrown instanceof Failure) return thrown;
  const reason = reasonOf(thrown);
  if (EXHAUSTED.test(reason)) return exhausted(`signature ${JSON.stringify(signatureName)}`, reason, thrown);
  return new Failure("prediction-failed", `Signature ${JSON.stringify(signatureName)}: ${reason}`, {
    fix: "Send inputs that the model takes, or correct the model and export it again.",
    cause: thrown,
  });
}

export function notCarried({ name, dtype, tensors }: SignatureTensor): Failure {
  const what = tensors.length === 1 ? `of type ${dtype}` : "not one dense tensor";
  return new Failure("operator-missing", `the signature's ${JSON.stringify(name)} is ${what}`, {
    fix: "Export a signature of dense tensors of common types.",
  });
}

function exhausted(where: string, reason: string, cause: unknown): Failure {
  return new Failure("model-out-of-memory", `TensorFlow ran out of memory (${where}): ${reason}`, {
    fix: "Send smaller batches, or use a machine or a GPU with more memory.",
    cause,
  });
}

/** The addon's own words before TensorFlow's say nothing more. */
function reasonOf(thrown: unknown): string {
  return firstLine(thrown).replace(/^(Failed to load SavedModel|Session fail to run with error): /, "");
}
