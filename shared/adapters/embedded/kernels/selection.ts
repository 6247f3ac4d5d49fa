import type { Dtype } from "../../../ports/tensor.ts";
import type { Cells } from "../arrays/cells.ts";
import { blankCells } from "../arrays/rearranged.ts";
import { copyStrided } from "../arrays/strided-copy.ts";
import { broadcastShape, broadcastStrides, elementCount, type Sizes, sameShape, stridesOf } from "../values/shape.ts";
import { allocate, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, hostKernel, invalid } from "./kernel.ts";
import { type Move, movingKernel } from "./moving.ts";

/** One of two elements by a condition, and where conditions hold. */
export const selection: Family = {
  Select: movingKernel(() => ([condition, chosen, other]) => {
    const { shape } = chosen!;
    if (!sameShape(shape, other!.shape)) throw invalid(`[${shape}] and [${other!.shape}] are to be selected from`);
    const isByRow = condition!.shape.length === 1 && shape.length > 1;
    if (
      isByRow ? condition!.shape[0] !== shape[0] : condition!.shape.length > 0 && !sameShape(condition!.shape, shape)
    ) {
      throw invalid(`a condition of shape [${condition!.shape}] does not select from [${shape}]`);
    }
    const rows = [...condition!.shape, ...shape.slice(1).map(() => 1)];
    return selected([isByRow ? rows : condition!.shape, shape, shape], shape, chosen!.dtype);
  }),
  SelectV2: movingKernel(() => (inputs) => {
    const shapes = inputs.map(({ shape }) => shape);
    return selected(shapes, shapes.reduce(broadcastShape), inputs[1]!.dtype);
  }),
  Where: hostKernel(
    () =>
      ([x]) =>
        places(x!),
  ),
};

/** Of inputs seen under shapes that broadcast to `shape`: condition, chosen, other. */
function selected(shapes: readonly Sizes[], shape: Sizes, dtype: Dtype): Move {
  const fill: Move["fill"] = (target, sources, width) => {
    const [condition, chosen, other] = sources.map((cells, index) => {
      return laidOut(cells, shapes[index]!, shape, index === 0 ? 1 : width);
    });
    if (width === 1) select(target, condition!, chosen!, other!);
    else selectWide(target, condition!, chosen!, other!, width);
  };
  return { dtype, shape, fill };
}

interface Operand {
  readonly cells: Cells;
  /** 0 where one element stands for all. */
  readonly step: 0 | 1;
}

/** One element, or as many as the result has. */
function laidOut(cells: Cells, own: Sizes, shape: Sizes, width: number): Operand {
  if (sameShape(own, shape)) return { cells, step: 1 };
  if (elementCount(own) === 1) return { cells, step: 0 };
  const whole = blankCells(cells, elementCount(shape) * width);
  const from = { cells, start: 0, strides: broadcastStrides(own, shape) };
  copyStrided(shape, from, { cells: whole, start: 0, strides: stridesOf(shape) }, width);
  return { cells: whole, step: 1 };
}

function select(target: Cells, condition: Operand, chosen: Operand, other: Operand): void {
  const { cells: conditions, step } = condition;
  const { cells: yes, step: yesStep } = chosen;
  const { cells: no, step: noStep } = other;
  for (let i = 0; i < target.length; i++) {
    target[i] = conditions[i * step] !== 0 ? yes[i * yesStep]! : no[i * noStep]!;
  }
}

function selectWide(target: Cells, condition: Operand, chosen: Operand, other: Operand, width: number): void {
  for (let i = 0; i < target.length; i++) {
    const cell = i % width;
    const element = (i - cell) / width;
    const { cells, step } = condition.cells[element * condition.step] !== 0 ? chosen : other;
    target[i] = cells[element * step * width + cell]!;
  }
}

/** The coordinates of every element that is not zero, row-major. */
function places(x: HostTensor): HostTensor {
  const { shape } = x;
  if (shape.length === 0) throw invalid("a scalar has no places");
  const found = placesOf(x);
  const data = allocate<BigInt64Array>("int64", found.length * shape.length);
  const strides = stridesOf(shape);
  for (let i = 0; i < found.length; i++) {
    let rest = found[i]!;
    for (let axis = 0; axis < strides.length; axis++) {
      const at = Math.floor(rest / strides[axis]!);
      data[i * strides.length + axis] = BigInt(at);
      rest -= at * strides[axis]!;
    }
  }
  return tensor("int64", [found.length, shape.length], data);
}

function placesOf({ dtype, data }: HostTensor): readonly number[] {
  const found: number[] = [];
  const parts = dtype.startsWith("complex") ? 2 : 1;
  const numbers = data as ArrayLike<number | bigint>;
  // Of a half only the sign may be set: −0 is zero.
  const mask = dtype === "float16" || dtype === "bfloat16" ? 0x7fff : 0;
  for (let i = 0; i < numbers.length; i += parts) {
    const isZero =
      mask === 0
        ? !isSet(numbers[i]!) && (parts === 1 || !isSet(numbers[i + 1]!))
        : ((numbers[i] as number) & mask) === 0;
    if (!isZero) found.push(i / parts);
  }
  return found;
}

/** Not a number is no zero. */
function isSet(number: number | bigint): boolean {
  return number !== 0 && number !== 0n;
}
