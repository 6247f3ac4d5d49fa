import { createInterner, type Intern } from "../text/interner.ts";

/** Where the values of one column go, block by block. A row's first value stands at `row × stride + offset`. */
export type Sink = NumberSink | IntegerSink | TextSink;

interface Place {
  readonly column: string;
  /** How many values a row has: 1, or the length of a list. */
  readonly width: number;
  readonly stride: number;
  readonly offset: number;
}

/** NaN stands for what is missing. */
export interface NumberSink extends Place {
  readonly kind: "number";
  readonly values: Float64Array;
}

/** Integers that a double does not hold. */
export interface IntegerSink extends Place {
  readonly kind: "integer";
  /** As 64 bits, signed or not. */
  readonly values: BigInt64Array;
  readonly isUnsigned: boolean;
  readonly missing: Uint8Array;
}

export interface TextSink extends Place {
  readonly kind: "text";
  /** Whether numbers and truth values are taken as the text that they are written with. */
  readonly takesAnything: boolean;
  readonly intern: Intern;
  /** UTF-8, shared between rows: never to be changed. Null stands for what is missing. */
  readonly values: (Uint8Array | null)[];
}

/** Sinks side by side in rows of one array. */
export function rowOfSinks(
  kind: Sink["kind"],
  columns: readonly string[],
  {
    width,
    isUnsigned,
    blockRows,
  }: { readonly width: number; readonly isUnsigned: boolean; readonly blockRows: number },
): readonly Sink[] {
  const places = columns.map((column, index) => {
    const each = width / columns.length;
    return { column, width: each, stride: width, offset: index * each };
  });
  const size = blockRows * width;
  if (kind === "text") {
    const values = new Array<Uint8Array | null>(size).fill(null);
    return places.map((place) => ({ ...place, kind, values, takesAnything: false, intern: createInterner() }));
  }
  if (kind === "number") {
    const values = new Float64Array(size);
    return places.map((place) => ({ ...place, kind, values }));
  }
  const values = new BigInt64Array(size);
  return places.map((place) => ({ ...place, kind, values, isUnsigned, missing: new Uint8Array(blockRows) }));
}
