import type { LoadedModel } from "../../shared/ports/runtime.ts";
import type { NamedTensors, Tensor } from "../../shared/ports/tensor.ts";
import type { Case } from "./embedded-contestant.ts";

/** The first rows of every input of a bench's model. */
export function caseRows({ inputs }: Case, batch: number): NamedTensors {
  return new Map(Object.entries(inputs).map(([name, input]) => [name, rows(input, batch)]));
}

/** What the model makes of them, as the other side of a pipe reads it. */
export async function answer(model: LoadedModel, given: NamedTensors): Promise<object> {
  const [output] = [...(await model.predict(given)).values()];
  const { buffer, byteOffset, byteLength } = output!.data as Float32Array;
  return { output: Buffer.from(buffer, byteOffset, byteLength).toString("base64") };
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
