import { linear } from "../wasm/linear.ts";
import { arithmetic } from "./arithmetic.ts";
import { basics } from "./basics.ts";
import { calls } from "./calls.ts";
import { comparison } from "./comparison.ts";
import type { Family, Kernel } from "./kernel.ts";
import { variables } from "./variables.ts";

/** The families, by what a person would call them; their docs are generated from this. */
export const FAMILIES: Readonly<Record<string, Family>> = {
  "values and branches": basics,
  functions: calls,
  variables,
  arithmetic,
  comparison,
  "linear algebra": linear,
};

/** The one table of the operators that exist. */
export const KERNELS: ReadonlyMap<string, Kernel> = new Map(Object.values(FAMILIES).flatMap(Object.entries));
