import type { NamedTensors, Tensor } from "../../shared/ports/tensor.ts";
import type { Case } from "./embedded-contestant.ts";

/** The first rows of every input of a bench's model. */
export function caseRows({ inputs }: Case, batch: number): NamedTensors {
  return new Map(Object.entries(inputs).map(([name, input]) => [name, rows(input, batch)]));
}

function rows({ dtype, shape: [, ...shape], data }: Case["inputs"][string], batch: number): Tensor {
  const taken = data.slice(
    0,
    shape.reduce((product, size) => product * size, batch),
  );
  const values =
    dtype === "string" ? taken.map((text) => Buffer.from(text as string)) : Float32Array.from(taken as number[]);
  return { dtype, shape: [batch, ...shape], data: values };
}
