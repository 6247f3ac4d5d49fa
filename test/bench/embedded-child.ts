import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { embeddedRuntime } from "../../shared/adapters/embedded/runtime.ts";
import { localFiles } from "../../shared/adapters/files/files.ts";
import type { LoadedModel } from "../../shared/ports/runtime.ts";
import type { NamedTensors } from "../../shared/ports/tensor.ts";
import { answer, caseRows } from "./case-rows.ts";
import type { Case } from "./embedded-contestant.ts";

// Our side of the bench: loads the model, then answers each line of standard input with one of its own. Asked for so
// many threads, it measures the time of the clock.
const [folder, count] = process.argv.slice(2) as [string, string?];
const program = join(import.meta.dirname, "../../actions/wiring/embedded-thread.ts");
const threads = { program, count: Number(count ?? 1), isEager: true };
const began = performance.now();
await using model = await embeddedRuntime(localFiles(), { threads }).load({
  directory: folder,
  signatureName: "serving_default",
});
print({ loadSeconds: (performance.now() - began) / 1000 });
const known: Case = JSON.parse(readFileSync(join(folder, "case.json"), "utf8"));
for await (const line of createInterface({ input: process.stdin })) {
  const { batch, milliseconds } = JSON.parse(line);
  const given = caseRows(known, batch);
  const measure = count === undefined ? spend : fastest;
  print(milliseconds === 0 ? await answer(model, given) : await measure(model, given, milliseconds));
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
  return { seconds: spent / 1e6 / calls };
}

/** Calls that waited for a processor that others use are passed over. */
async function fastest(model: LoadedModel, given: NamedTensors, milliseconds: number): Promise<object> {
  let best = Number.POSITIVE_INFINITY;
  for (const end = performance.now() + milliseconds; performance.now() < end; ) {
    const began = performance.now();
    await model.predict(given);
    best = Math.min(best, performance.now() - began);
  }
  return { seconds: best / 1000 };
}

function print(value: object): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
