import type { WorkNumbers } from "./work.ts";

/** What `count` neighbours from `start` on become; there is at least one. */
export type Row = (data: WorkNumbers, start: number, count: number) => number;

/** Longer rows are summed in halves, so that errors do not pile up. */
const LONG_ROW = 1024;

export const sumFloats: Row = (data, start, count) => {
  if (count > LONG_ROW) {
    const half = count >>> 1;
    return sumFloats(data, start, half) + sumFloats(data, start + half, count - half);
  }
  let [a, b, c, d] = [0, 0, 0, 0];
  const end = start + count;
  let i = start;
  for (; i + 3 < end; i += 4) {
    a += data[i]!;
    b += data[i + 1]!;
    c += data[i + 2]!;
    d += data[i + 3]!;
  }
  for (; i < end; i++) a += data[i]!;
  return a + b + (c + d);
};

export const sumSquares: Row = (data, start, count) => {
  if (count > LONG_ROW) {
    const half = count >>> 1;
    return sumSquares(data, start, half) + sumSquares(data, start + half, count - half);
  }
  let sum = 0;
  for (let i = start; i < start + count; i++) sum += data[i]! * data[i]!;
  return sum;
};

export const sumIntegers: Row = (data, start, count) => {
  let sum = 0;
  for (let i = start; i < start + count; i++) sum = (sum + data[i]!) | 0;
  return sum;
};

export const sumIntegerSquares: Row = (data, start, count) => {
  let sum = 0;
  for (let i = start; i < start + count; i++) sum = (sum + Math.imul(data[i]!, data[i]!)) | 0;
  return sum;
};

export const multiplyFloats: Row = (data, start, count) => {
  let product = 1;
  for (let i = start; i < start + count; i++) product *= data[i]!;
  return product;
};

export const multiplyIntegers: Row = (data, start, count) => {
  let product = 1;
  for (let i = start; i < start + count; i++) product = Math.imul(product, data[i]!);
  return product;
};

export const lowest: Row = (data, start, count) => {
  let low = Number.POSITIVE_INFINITY;
  for (let i = start; i < start + count; i++) {
    const value = data[i]!;
    if (value < low) low = value;
    else if (Number.isNaN(value)) return value;
  }
  return low;
};

export const highest: Row = (data, start, count) => {
  let high = Number.NEGATIVE_INFINITY;
  for (let i = start; i < start + count; i++) {
    const value = data[i]!;
    if (value > high) high = value;
    else if (Number.isNaN(value)) return value;
  }
  return high;
};
