import { invalid } from "./kernel.ts";

/** `ab,bc->ac`, over tensors of known ranks: every axis has a letter, those that an ellipsis stands for too. */
export interface Equation {
  readonly inputs: readonly (readonly string[])[];
  readonly output: readonly string[];
}

const ELLIPSIS = "...";

export function parseEquation(text: string, ranks: readonly number[]): Equation {
  const [left, right] = text.replaceAll(/\s/g, "").split("->");
  const terms = (left ?? "").split(",");
  if (terms.length !== ranks.length) throw invalid(`the equation ${text} for ${ranks.length} tensors`);
  const inputs = terms.map((term, index) => labels(term, ranks[index]!, text));
  const broadcast = longestBroadcast(inputs);
  if (right === undefined) return { inputs, output: [...broadcast, ...lettersOnce(inputs)] };
  const [before = "", after] = right.split(ELLIPSIS);
  const output = after === undefined ? [...before] : [...before, ...broadcast, ...after];
  const known = new Set(inputs.flat());
  if (output.some((label) => !known.has(label)) || new Set(output).size !== output.length) {
    throw invalid(`the equation ${text}, whose result has labels of its own`);
  }
  return { inputs, output };
}

/** The axes of an ellipsis count from the last, so that shorter ones broadcast. */
function labels(term: string, rank: number, text: string): readonly string[] {
  const [before = "", after] = term.split(ELLIPSIS);
  const hidden = after === undefined ? 0 : rank - before.length - after.length;
  if (hidden < 0 || before.length + hidden + (after?.length ?? 0) !== rank) {
    throw invalid(`the equation ${text} for a tensor of rank ${rank}`);
  }
  return [...before, ...Array.from({ length: hidden }, (_, axis) => `.${hidden - axis}`), ...(after ?? "")];
}

function longestBroadcast(inputs: readonly (readonly string[])[]): readonly string[] {
  return inputs
    .map((term) => term.filter((label) => label.startsWith(".")))
    .reduce((longest, term) => (term.length > longest.length ? term : longest), []);
}

/** Without a result, as NumPy has it: the labels that occur once, in alphabetical order. */
function lettersOnce(inputs: readonly (readonly string[])[]): readonly string[] {
  const all = inputs.flat().filter((label) => !label.startsWith("."));
  return [...new Set(all)].filter((label) => all.indexOf(label) === all.lastIndexOf(label)).sort();
}
