import { workOf } from "../arrays/work.ts";
import { elementCount, type Sizes, sameShape, stridesOf } from "../values/shape.ts";
import { allocate, numbersOf, stringsOf, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Context, type Family, hostKernel, invalid } from "./kernel.ts";

/** How many insertions, deletions and changes make one sequence of another. */
export const editDistance: Family = {
  EditDistance: hostKernel((node) => {
    const isNormalised = node.bool("normalize");
    return ([a, b, c, d, e, f], context) => distances([a!, b!, c!], [d!, e!, f!], isNormalised, context);
  }),
};

type Sparse = readonly [indices: HostTensor, values: HostTensor, shape: HostTensor];
type Elements = ArrayLike<number | bigint | string>;

/** Of each pair of rows of the last axis; where the truth has none, any other row is infinitely far. */
function distances(hypothesis: Sparse, truth: Sparse, isNormalised: boolean, context: Context): HostTensor {
  const [a, b] = [numbersOf(hypothesis[2]), numbersOf(truth[2])];
  if (a.length !== b.length || a.length < 2) throw invalid(`sequences of shapes [${a}] and [${b}] are compared`);
  const shape = a.slice(0, -1).map((size, axis) => Math.max(size, b[axis]!));
  const data = allocate<Float32Array>("float32", elementCount(shape));
  const [guesses, truths] = [rowsOf(hypothesis, shape), rowsOf(truth, shape)];
  for (const row of new Set([...guesses.keys(), ...truths.keys()])) {
    const [guess, right] = [guesses.get(row) ?? [], truths.get(row) ?? []];
    const distance = editsBetween(guess, right, context);
    data[row] = isNormalised ? distance / right.length : distance;
  }
  return tensor("float32", shape, data);
}

/** Sequences by where they belong in the result. */
function rowsOf([indices, values]: Sparse, shape: Sizes): ReadonlyMap<number, Elements> {
  const rank = shape.length + 1;
  const elements = elementsOf(values);
  if (!sameShape(indices.shape, [elements.length, rank])) {
    throw invalid(`${elements.length} values of ${rank} axes are at indices of [${indices.shape}]`);
  }
  const strides = stridesOf(shape);
  const coordinates = numbersOf(indices);
  const rows = new Map<number, (number | bigint | string)[]>();
  for (let i = 0; i < elements.length; i++) {
    let row = 0;
    for (let axis = 0; axis < shape.length; axis++) {
      const at = coordinates[i * rank + axis]!;
      if (at < 0 || at >= shape[axis]!) throw invalid(`index ${at} is outside of [${shape}]`);
      row += at * strides[axis]!;
    }
    const known = rows.get(row);
    if (known === undefined) rows.set(row, [elements[i]!]);
    else known.push(elements[i]!);
  }
  return rows;
}

function elementsOf(values: HostTensor): Elements {
  if (values.dtype === "string") return stringsOf(values).map((bytes) => Buffer.from(bytes).toString("latin1"));
  return workOf(values);
}

/** Levenshtein's distance, a row of the table at a time. */
function editsBetween(a: Elements, b: Elements, context: Context): number {
  let above = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let i = 0; i < a.length; i++) {
    context.checkDeadline();
    const row = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const change = above[j]! + (a[i] === b[j] ? 0 : 1);
      row.push(Math.min(change, above[j + 1]! + 1, row[j]! + 1));
    }
    above = row;
  }
  return above[b.length]!;
}
