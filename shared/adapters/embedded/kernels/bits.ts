import { elementBytes } from "../../../model/dtypes.ts";
import { allocate, isBig, tensor } from "../values/tensor.ts";
import { binary, unary } from "./elementwise.ts";
import { type Family, hostKernel, type Kernel } from "./kernel.ts";

/** The bits of integers. */
export const bits: Family = {
  Invert: unary({ integers: (x) => ~x, bigs: (x) => ~x }),
  LeftShift: shift(
    (x, by) => x << by,
    (x, by) => x << by,
  ),
  // An unsigned number above 2³¹ would be shifted as a negative one.
  RightShift: shift(
    (x, by) => Math.floor(x / 2 ** by),
    (x, by) => x >> by,
  ),
  PopulationCount: hostKernel((node) => {
    const mask = (1n << BigInt(8 * elementBytes(node.dtype("T")))) - 1n;
    const count = isBig(node.dtype("T")) ? onesOfBig : ones;
    return ([x]) => {
      const source = x!.data as Int32Array;
      const data = allocate<Uint8Array>("uint8", source.length);
      for (let i = 0; i < data.length; i++) data[i] = count(source[i]! as never, mask);
      return tensor("uint8", x!.shape, data);
    };
  }),
};

/** A shift by less than 0 counts as 0, one by the width and more as one less than the width. */
function shift(integers: (x: number, by: number) => number, bigs: (x: bigint, by: bigint) => bigint): Kernel {
  return (node) => {
    const last = 8 * elementBytes(node.dtype("T")) - 1;
    const lastBig = BigInt(last);
    return binary({
      integers: (x, by) => integers(x, Math.min(Math.max(by, 0), last)),
      bigs: (x, by) => bigs(x, by < 0n ? 0n : by > lastBig ? lastBig : by),
    })(node);
  };
}

function ones(x: number, mask: bigint): number {
  let count = 0;
  for (let rest = x & Number(BigInt.asIntN(32, mask)); rest !== 0; rest &= rest - 1) count++;
  return count;
}

function onesOfBig(x: bigint, mask: bigint): number {
  const word = x & mask;
  const low = ~0 >>> 0;
  return ones(Number(word & BigInt(low)), BigInt(low)) + ones(Number(word >> 32n), BigInt(low));
}
