import type { Tensor } from "../ports/tensor.ts";
import { floatsOf, type Tolerance } from "./difference.ts";

/** Sees the rows of one output, call by call, and tells whether they differ. */
export interface Spread {
  add(output: Tensor): void;
  /** Null after fewer than two rows: then nobody can tell. */
  readonly isDiscriminating: () => boolean | null;
}

/** An output whose rows are all alike within the tolerance says nothing about its input, whatever it is compared to. */
export function spread({ rtol, atol }: Tolerance): Spread {
  let first: readonly unknown[] | null = null;
  let rows = 0;
  let differs = false;
  const isNear = (a: unknown, b: unknown): boolean => {
    if (typeof a !== "number" || typeof b !== "number") return a === b;
    return Object.is(a, b) || Math.abs(a - b) <= atol + rtol * Math.abs(a);
  };
  return {
    add(output) {
      if (differs) return;
      for (const row of rowsOf(output)) {
        rows += 1;
        first ??= row;
        const known = first;
        differs ||= row.length !== known.length || row.some((value, index) => !isNear(known[index], value));
        if (differs) break;
      }
    },
    isDiscriminating: () => (differs ? true : rows < 2 ? null : false),
  };
}

/** A row for each element of the first dimension; a scalar is one row. */
function rowsOf(output: Tensor): readonly (readonly unknown[])[] {
  const count = output.shape[0] ?? 1;
  const values = valuesOf(output);
  const width = count === 0 ? 0 : values.length / count;
  return Array.from({ length: count }, (_, row) => values.slice(row * width, (row + 1) * width));
}

function valuesOf(output: Tensor): readonly unknown[] {
  const floats = floatsOf(output);
  if (floats !== null) return Array.from(floats);
  return Array.from(output.data as ArrayLike<unknown>, (value) =>
    value instanceof Uint8Array ? new TextDecoder("latin1").decode(value) : value,
  );
}
