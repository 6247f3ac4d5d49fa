import { broadcastIndices, broadcastShape, elementCount } from "../values/shape.ts";
import { allocate, type BigNumbers, isBig, type Numbers, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { invalid } from "./kernel.ts";

type Elements = { [index: number]: number & bigint };

export interface Sides {
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

/** Products of matrices of any type of numbers; what is in front of the last two axes broadcasts. */
export function productOnHost(a: HostTensor, b: HostTensor, { transposeA, transposeB }: Sides): HostTensor {
  const left = matrixOf(a, transposeA);
  const right = matrixOf(b, transposeB);
  if (left.columns !== right.rows) throw invalid(`matrices of shapes [${a.shape}] and [${b.shape}] do not multiply`);
  const batch = broadcastShape(left.batch, right.batch);
  const shape = [...batch, left.rows, right.columns];
  const data = allocate<Numbers | BigNumbers>(a.dtype, elementCount(shape));
  const [as, bs] = [broadcastIndices(left.batch, batch), broadcastIndices(right.batch, batch)];
  const [x, y, z] = [a.data, b.data, data] as unknown as readonly [Elements, Elements, Elements];
  for (let index = 0, out = 0; index < as.length; index++) {
    const [from, to] = [as[index]! * left.rows * left.columns, bs[index]! * right.rows * right.columns];
    for (let row = 0; row < left.rows; row++) {
      for (let column = 0; column < right.columns; column++, out++) {
        let sum = (isBig(a.dtype) ? 0n : 0) as number & bigint;
        for (let inner = 0; inner < left.columns; inner++) {
          const factor = x[from + row * left.rowStride + inner * left.columnStride]!;
          sum = (sum + factor * y[to + inner * right.rowStride + column * right.columnStride]!) as number & bigint;
        }
        z[out] = sum;
      }
    }
  }
  return tensor(a.dtype, shape, data);
}

interface Matrix {
  readonly batch: readonly number[];
  readonly rows: number;
  readonly columns: number;
  readonly rowStride: number;
  readonly columnStride: number;
}

function matrixOf({ shape }: HostTensor, isTransposed: boolean): Matrix {
  const [rows, columns] = shape.slice(-2);
  if (rows === undefined || columns === undefined) throw invalid(`a tensor of shape [${shape}] holds no matrices`);
  const batch = shape.slice(0, -2);
  if (isTransposed) return { batch, rows: columns, columns: rows, rowStride: 1, columnStride: columns };
  return { batch, rows, columns, rowStride: columns, columnStride: 1 };
}
