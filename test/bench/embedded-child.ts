import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { embeddedRuntime } from "../../shared/adapters/embedded/runtime.ts";
import { localFiles } from "../../shared/adapters/files/files.ts";
import type { LoadedModel } from "../../shared/ports/runtime.ts";
import type { NamedTensors, Tensor } from "../../shared/ports/tensor.ts";
import type { Case } from "./embedded-contestant.ts";

// Our side of the bench: loads the model, then answers each line of standard input with one of its own.
const folder = process.argv[2]!;
const began = performance.now();
const model = await embeddedRuntime(localFiles()).load({ directory: folder, signatureName: "serving_default" });
print({ loadSeconds: (performance.now() - began) / 1000 });
const { inputs }: Case = JSON.parse(readFileSync(join(folder, "case.json"), "utf8"));
for await (const line of createInterface({ input: process.stdin })) {
  const { batch, milliseconds } = JSON.parse(line);
  const given = new Map(Object.entries(inputs).map(([name, input]) => [name, rows(input, batch)]));
  print(milliseconds === 0 ? await answer(model, given) : await spend(model, given, milliseconds));
}

async function answer(model: LoadedModel, given: NamedTensors): Promise<object> {
  const [output] = [...(await model.predict(given)).values()];
  const { buffer, byteOffset, byteLength } = output!.data as Float32Array;
  return { output: Buffer.from(buffer, byteOffset, byteLength).toString("base64") };
}

async function spend(model: LoadedModel, given: NamedTensors, milliseconds: number): Promise<object> {
  const began = process.cpuUsage();
  let calls = 0;
  let spent = 0;
  while (spent < milliseconds * 1000) {
    await model.predict(given);
    calls += 1;
    const { user, system } = process.cpuUsage(began);
    spent = user + system;
  }
  return { cpuSeconds: spent / 1e6 / calls };
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

function print(value: object): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
