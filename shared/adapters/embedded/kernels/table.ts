import { linear } from "../wasm/linear.ts";
import { arithmetic } from "./arithmetic.ts";
import { basics } from "./basics.ts";
import { calls } from "./calls.ts";
import { comparison } from "./comparison.ts";
import type { Family, Kernel } from "./kernel.ts";
import { hashing } from "./hashing.ts";
import { regexes } from "./regex.ts";
import { numbersAsText } from "./strings-numbers.ts";
import { rawNumbers } from "./strings-raw.ts";
import { strings } from "./strings.ts";
import { base64 } from "./strings-base64.ts";
import { joins } from "./strings-join.ts";
import { ngrams } from "./strings-ngrams.ts";
import { splits } from "./strings-split.ts";
import { unicode } from "./strings-unicode.ts";
import { tables } from "./tables.ts";
import { variables } from "./variables.ts";

/** The families, by what a person would call them; their docs are generated from this. */
export const FAMILIES: Readonly<Record<string, Family>> = {
  "values and branches": basics,
  functions: calls,
  variables,
  arithmetic,
  comparison,
  "linear algebra": linear,
  strings: { ...strings, ...joins, ...splits, ...ngrams, ...base64 },
  "regular expressions": regexes,
  Unicode: unicode,
  "numbers as text and bytes": { ...numbersAsText, ...rawNumbers },
  hashing,
  "lookup tables": tables,
};

/** The one table of the operators that exist. */
export const KERNELS: ReadonlyMap<string, Kernel> = new Map(Object.values(FAMILIES).flatMap(Object.entries));
