import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { runtimeFor } from "../../actions/wiring/runtimes.ts";
import { localFiles } from "../../shared/adapters/files/files.ts";
import { findNativeRuntime } from "../../shared/adapters/system/native-runtime.ts";
import { tensorflowRuntime } from "../../shared/adapters/tensorflow/runtime.ts";
import type { Runtime } from "../../shared/ports/runtime.ts";
import type { NamedTensors } from "../../shared/ports/tensor.ts";
import { silentLog } from "../fakes/log.ts";
import { answer, caseRows } from "./case-rows.ts";
import type { Case } from "./embedded-contestant.ts";

// Our side of the bench: loads the model, then answers each line of standard input with one of its own. The model is in
// this process (here), there but asked only after it has slept (rested), in a process of its own (apart), or there and
// asked for the next before the last has come (ahead).
const [place, folder] = process.argv.slice(2) as ["here" | "rested" | "apart" | "ahead", string];
const TOGETHER = 8;
const scratch = mkdtempSync(join(tmpdir(), "native-"));
const runtime = place === "here" || place === "rested" ? await inThisProcess() : await runtimeFor(wish(), silentLog);
const began = performance.now();
await using model = await runtime.load({ directory: folder, signatureName: "serving_default" });
print({ loadSeconds: (performance.now() - began) / 1000 });
const known: Case = JSON.parse(readFileSync(join(folder, "case.json"), "utf8"));
for await (const line of createInterface({ input: process.stdin })) {
  const { batch, milliseconds } = JSON.parse(line);
  const given = caseRows(known, batch);
  const spend = place === "ahead" ? spendAhead : spendInTurn;
  print(milliseconds === 0 ? await answer(model, given) : { seconds: tenth(await spend(given, milliseconds)) });
}
rmSync(scratch, { recursive: true });

function wish() {
  return { runtime: "tensorflow", device: "cpu" } as const;
}

async function inThisProcess(): Promise<Runtime> {
  const native = await findNativeRuntime(process.env);
  if (native === undefined) throw new Error("TensorFlow has not been set up: run `model-release setup`");
  return tensorflowRuntime(localFiles(), { addon: native.addon, device: "cpu", scratch });
}

async function spendInTurn(given: NamedTensors, milliseconds: number): Promise<number[]> {
  const still = new Int32Array(new SharedArrayBuffer(4));
  const calls: number[] = [];
  for (const end = performance.now() + milliseconds; performance.now() < end || calls.length < 3; ) {
    if (place === "rested") Atomics.wait(still, 0, 0, 0.1);
    const began = performance.now();
    await model.predict(given);
    calls.push(performance.now() - began);
  }
  return calls;
}

/** Several calls are timed together: of two that overlap, one alone says nothing. */
async function spendAhead(given: NamedTensors, milliseconds: number): Promise<number[]> {
  const calls: number[] = [];
  let next = model.predict(given);
  for (const end = performance.now() + milliseconds; performance.now() < end || calls.length < 3; ) {
    const began = performance.now();
    for (let call = 0; call < TOGETHER; call++) {
      const last = next;
      next = model.predict(given);
      await last;
    }
    calls.push((performance.now() - began) / TOGETHER);
  }
  await next;
  return calls;
}

/** In seconds, the fastest tenth of all calls: those that waited for a processor that others use are passed over. */
function tenth(calls: readonly number[]): number {
  return calls.toSorted((a, b) => a - b)[Math.floor(calls.length / 10)]! / 1000;
}

function print(value: object): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
