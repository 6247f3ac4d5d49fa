import fc from "fast-check";
import { expect, test } from "vitest";
import { fromValue, toValue } from "../../../../shared/adapters/vertex/protobuf-value.ts";

test("whatever JSON says comes back as it was", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (json) => {
      expect(fromValue(toValue(json))).toEqual(json);
    }),
  );
});

test.each([
  ["a number alone", { numberValue: 7.5 }, 7.5],
  ["zero", { numberValue: 0 }, 0],
  ["not a number", { numberValue: Number.NaN }, Number.NaN],
  ["infinity", { numberValue: Number.NEGATIVE_INFINITY }, Number.NEGATIVE_INFINITY],
  ["an empty text", { stringValue: "" }, ""],
  ["no", { boolValue: false }, false],
  ["nothing", { nullValue: "NULL_VALUE" as const }, null],
  ["a value that was not set", {}, null],
  ["an empty list", { listValue: {} }, []],
  ["an empty object", { structValue: {} }, {}],
])("%s is read", (_, value, json) => expect(fromValue(value)).toEqual(json));

test("a member called __proto__ is a member", () => {
  const read = fromValue({
    structValue: { fields: { ["__proto__"]: { structValue: { fields: { x: { numberValue: 1 } } } } } },
  });
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  expect(({} as { x?: unknown }).x).toBeUndefined();
});

test("nesting has an end, and not the stack's", () => {
  let json: unknown = 1;
  let value: object = { numberValue: 1 };
  for (let depth = 0; depth < 100_000; depth++) [json, value] = [[json], { listValue: { values: [value] } }];
  expect(() => toValue(json)).toThrow("more than 64 deep");
  expect(() => fromValue(value)).toThrow("more than 64 deep");
});
