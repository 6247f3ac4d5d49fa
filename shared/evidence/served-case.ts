import { Failure } from "../failure.ts";
import { parseExchanges } from "../model/serving/exchange.ts";
import { printResponse } from "../model/serving/response.ts";
import type { Signature } from "../ports/signature.ts";
import type { NamedTensors } from "../ports/tensor.ts";
import type { Contract } from "../schema/release.types.ts";

/** A golden case as an endpoint is asked it: one row of JSON for each instance. */
export interface ServedCase {
  /** Where it stands in its file, from 1. */
  readonly line: number;
  readonly instances: readonly unknown[];
  /** What was recorded for it; it need not be all outputs. */
  readonly recorded: NamedTensors;
}

/** The cases of a golden file, however it writes them. What the contract does not take is a Failure. */
export function servedCases(bytes: Uint8Array, file: string, contract: Contract): readonly ServedCase[] {
  const signature = signatureOf(contract);
  return parseExchanges(bytes, file).map(({ line, inputs, answers }) => ({
    line,
    instances: rowsOf(inputs(signature), `${file}:${line}`),
    recorded: answers(signature),
  }));
}

/** As the contract declares it: an endpoint serves no signature that one could read. */
export function signatureOf({ inputs, outputs }: Contract): Signature {
  const specs = (tensors: Contract["inputs"] | Contract["outputs"]) =>
    tensors.map(({ name, dtype, shape }) => ({ name, dtype, shape }));
  return { name: "serving_default", method: "", inputs: specs(inputs), outputs: specs(outputs) };
}

function rowsOf(inputs: NamedTensors, place: string): readonly unknown[] {
  try {
    return JSON.parse(printResponse(inputs, "rows")).predictions;
  } catch (cause) {
    const reason = cause instanceof Failure ? cause.message : "it holds a number that JSON does not have";
    throw new Failure("request-invalid", `${place}: an endpoint cannot be asked this case: ${reason}`, {
      fix: "Write the case as rows of finite numbers, one for each instance.",
      cause,
    });
  }
}
