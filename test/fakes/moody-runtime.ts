import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../../shared/failure.ts";
import type { LoadedModel, Runtime } from "../../shared/ports/runtime.ts";
import type { NamedTensors, TensorData } from "../../shared/ports/tensor.ts";

/** How a model behaves once it is served, whatever it was when it was validated. */
export type Mood = "errs for some inputs" | "answers all alike";

/** Beside the model, so that its digest is its mood's own. */
export const MOOD_FILE = "assets/mood.txt";

const LARGEST = 0.9;

/** Real predictions, changed by the mood that a model's own folder names. */
export function moodyRuntime(runtime: Runtime): Runtime {
  return {
    name: runtime.name,
    async load(request) {
      const model = await runtime.load(request);
      const file = join(request.directory, MOOD_FILE);
      return existsSync(file) ? moody(model, readFileSync(file, "utf8") as Mood) : model;
    },
  };
}

function moody(model: LoadedModel, mood: Mood): LoadedModel {
  return {
    ...model,
    async predict(inputs) {
      if (mood === "errs for some inputs" && Number(firstOf(inputs)[0]) > LARGEST)
        throw new Failure("prediction-failed", `a value above ${LARGEST}`, { fix: "Look at the model." });
      const outputs = await model.predict(inputs);
      return mood === "answers all alike" ? levelled(outputs) : outputs;
    },
    [Symbol.asyncDispose]: () => model[Symbol.asyncDispose](),
  };
}

function firstOf(inputs: NamedTensors): TensorData {
  return [...inputs.values()][0]!.data;
}

function levelled(outputs: NamedTensors): NamedTensors {
  return new Map(
    [...outputs].map(([name, tensor]) => [name, { ...tensor, data: new Float32Array(tensor.data.length) }]),
  );
}
