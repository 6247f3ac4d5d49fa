import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { startWasm } from "../../../../../shared/adapters/embedded/wasm/backend.ts";
import { toHost } from "../../../../../shared/adapters/embedded/wasm/heap.ts";
import { Failure } from "../../../../../shared/failure.ts";
import { difference, type KernelCase, runCase } from "./kernel-case.ts";

const folder = join(import.meta.dirname, "../../../../../fixtures/kernels");

beforeAll(startWasm);

describe.each(readdirSync(folder).filter((file) => file.endsWith(".json")))("%s answers as TensorFlow does", (file) => {
  const cases = JSON.parse(readFileSync(join(folder, basename(file)), "utf8")) as readonly KernelCase[];

  test.each(cases.map((kernelCase) => [`${kernelCase.op}: ${kernelCase.name}`, kernelCase] as const))(
    "%s",
    (_, kernelCase) => {
      // What a kernel prepares from inputs that never change must not change its answer.
      for (const areKnown of [false, true]) {
        if (kernelCase.outputs === undefined) expect(() => runCase(kernelCase, areKnown)).toThrow(Failure);
        else {
          const outputs = runCase(kernelCase, areKnown).map(toHost);
          expect(outputs.length).toBe(kernelCase.outputs.length);
          outputs.forEach((output, index) => {
            expect(difference(output, kernelCase.outputs![index]!, kernelCase)).toBeNull();
          });
        }
      }
    },
  );
});
