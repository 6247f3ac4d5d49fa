import { describe, expect, test } from "vitest";
import { operatorDefinition, operatorNames } from "../../../../shared/model/operators/catalogue.ts";
import type { Effect } from "../../../../shared/model/safety/effects/effect.ts";
import { judgedOperators, operatorEffect } from "../../../../shared/model/safety/effects/operator-effect.ts";

describe("the table of operators", () => {
  test("judges every operator of every TensorFlow of the catalogue", () => {
    expect(operatorNames().filter((name) => operatorEffect(name) === null)).toEqual([]);
  });

  test("names no operator that TensorFlow never had", () => {
    const known = new Set(operatorNames());
    expect([...judgedOperators().keys()].filter((name) => !known.has(name))).toEqual([]);
  });

  test("follows the functions of every operator that has any", () => {
    const caller = ({ type }: { readonly type: string }) => type === "func" || type === "list(func)";
    const callers = operatorNames().filter((name) => [...operatorDefinition(name)!.attributes.values()].some(caller));
    expect(callers.length).toBeGreaterThan(60);
    const deaf: readonly (Effect | null)[] = ["compute", "memory", null];
    expect(callers.filter((name) => deaf.includes(operatorEffect(name)))).toEqual([]);
  });

  test("lets no operator compute quietly that names a file, an address or a path", () => {
    const outward = /file|path|dir(ectory)?$|address|url|host_port|shared_memory|checkpoint|delegate|command|library/i;
    const allowed: readonly (Effect | null)[] = ["compute", "memory", "dataset", "call"];
    const named = operatorNames().filter((name) => {
      const { inputs, attributes } = operatorDefinition(name)!;
      return [...inputs.map((input) => input.name), ...attributes.keys()].some((argument) => outward.test(argument));
    });
    // paths of a beam search, and a flag that says that the elements of a dataset are file names
    expect(named.filter((name) => allowed.includes(operatorEffect(name)))).toEqual([
      "CTCBeamSearchDecoder",
      "TensorSliceDataset",
    ]);
  });
});

test.each<[string, Effect | null]>([
  ["MatMul", "compute"],
  ["LookupTableImportV2", "memory"],
  ["TensorSliceDataset", "dataset"],
  ["StatefulPartitionedCall", "call"],
  ["RestoreV2", "checkpoint"],
  ["ReadFile", "readsFiles"],
  ["EagerPyFunc", "python"],
  ["toString", null],
  ["", null],
])("%s: %s", (operator, effect) => {
  expect(operatorEffect(operator)).toBe(effect);
});
