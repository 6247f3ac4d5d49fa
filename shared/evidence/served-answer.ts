import { Failure } from "../failure.ts";
import { parseExchanges } from "../model/serving/exchange.ts";
import type { NamedTensors } from "../ports/tensor.ts";
import type { Contract } from "../schema/release.types.ts";
import { untouched, withAnswers } from "./sanity/output-sanity.ts";
import { signatureOf } from "./served-case.ts";

/** What an endpoint answered, or what is wrong with it, in words. */
export type ServedAnswer =
  | { readonly kind: "valid"; readonly outputs: NamedTensors }
  | { readonly kind: "invalid"; readonly problem: string };

/** Deeper lies no tensor that anybody serves. */
const DEEPEST = 64;
const MOST_CHARACTERS = 2 ** 26;
/** Nobody sees the text in which it stands. */
const PLACE = /^the answer:\d+:\d+: /;

/** Whether an answer keeps the contract: its shape and types, as many rows as were asked, finite, in the declared ranges. */
export function readServedAnswer(predictions: readonly unknown[], rows: number, contract: Contract): ServedAnswer {
  if (predictions.length !== rows) return invalid(`${rows} rows were asked, and ${predictions.length} answered`);
  const outputs = tensorsOf(predictions, contract);
  if (outputs instanceof Failure) return invalid(outputs.message.replace(PLACE, ""));
  const problem = problemOf(outputs, contract);
  return problem === null ? { kind: "valid", outputs } : invalid(problem);
}

function invalid(problem: string): ServedAnswer {
  return { kind: "invalid", problem };
}

function tensorsOf(predictions: readonly unknown[], contract: Contract): NamedTensors | Failure {
  try {
    const text = `{"instances": [], "predictions": ${written(predictions, 0)}}`;
    if (text.length > MOST_CHARACTERS) throw tooMuch(`it has ${text.length} characters`);
    return parseExchanges(new TextEncoder().encode(text), "the answer")[0]!.answers(signatureOf(contract));
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

/** JSON, and the serving API's words for what JSON does not have. */
function written(value: unknown, depth: number): string {
  if (depth > DEEPEST) throw tooMuch("it is nested too deeply");
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return `[${value.map((each) => written(each, depth + 1)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const members = Object.entries(value).map(([name, each]) => `${JSON.stringify(name)}:${written(each, depth + 1)}`);
  return `{${members.join(",")}}`;
}

function tooMuch(what: string): Failure {
  return new Failure("request-invalid", `the answer is no tensor: ${what}`, { fix: "Serve the declared outputs." });
}

function problemOf(outputs: NamedTensors, { outputs: declared }: Contract): string | null {
  const broken = withAnswers(declared.map(untouched), outputs, 0).find((each) => each.notFinite + each.outOfRange > 0);
  if (broken === undefined) return null;
  const { name, notFinite, range, lowest, highest } = broken;
  if (notFinite > 0) return `output ${name} holds ${notFinite} values that are NaN or infinite`;
  return `output ${name} reaches from ${lowest} to ${highest}, and is declared from ${range![0]} to ${range![1]}`;
}
