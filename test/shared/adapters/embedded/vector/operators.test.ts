import { expect, test } from "vitest";
import { vectorOperator } from "../../../../../shared/adapters/embedded/vector/operators.ts";
import type { Attribute } from "../../../../../shared/model/graph.ts";

const float: Attribute = { kind: "dtype", value: "float32" };
const text = (value: string): Attribute => ({ kind: "string", value: new TextEncoder().encode(value) });

test.each<[string, string, Readonly<Record<string, Attribute>>, string | null]>([
  ["an operator on each float32 is one", "AddV2", { T: float }, "AddV2"],
  ["of another type it is none", "AddV2", { T: { kind: "dtype", value: "float64" } }, null],
  ["without a type it is none", "AddV2", {}, null],
  ["an operator on more than an element is none", "Softmax", { T: float }, null],
  ["a name that every object has is none", "toString", { T: float }, null],
  [
    "the slope is part of what tells it from others",
    "LeakyRelu",
    { T: float, alpha: { kind: "float", value: 0.3 } },
    "LeakyRelu 0.3",
  ],
  ["a bias on the last axis broadcasts", "BiasAdd", { T: float, data_format: text("NHWC") }, "BiasAdd"],
  ["a bias on the second axis does not", "BiasAdd", { T: float, data_format: text("NCHW") }, null],
])("%s", (_, op, attributes, key) => {
  expect(vectorOperator(op, { attribute: (name) => attributes[name] })?.key ?? null).toBe(key);
});
