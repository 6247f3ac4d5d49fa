import { expect, test } from "vitest";
import { lending, type ProtoTree, trimmed } from "../../../../shared/adapters/vertex/proto-tree.ts";

const type = (...fields: readonly string[]): ProtoTree => ({
  fields: Object.fromEntries(fields.map((name, index) => [`field${index}`, { type: name }])),
});
const method = (requestType: string, responseType: string, result: string) => ({
  requestType,
  responseType,
  options: { "(google.longrunning.operation_info).response_type": result },
});

const TREE: ProtoTree = {
  nested: {
    a: {
      nested: {
        Service: {
          methods: { Do: method("Request", "b.Answer", "Result"), Leave: method("Unneeded", "Unneeded", "Left") },
        },
        Other: { methods: { Do: method("Unneeded", "Unneeded", "Unneeded") } },
        Request: { ...type("Inner", "string", ".b.Answer"), nested: { Inner: type("Request"), Alone: type() } },
        Inner: type(),
        Result: type(),
        Left: type(),
        Unneeded: type(),
      },
    },
    b: { nested: { Answer: type() } },
    c: { nested: { Alone: type() } },
  },
};

function names({ nested = {} }: ProtoTree, within = ""): readonly string[] {
  return Object.entries(nested).flatMap(([name, child]) => [`${within}${name}`, ...names(child, `${within}${name}.`)]);
}

test("only what the called methods and all operations speak of is left, in the scope that is nearest", () => {
  const left = trimmed(TREE, { "a.Service": ["Do"] });
  const types = ["a.Service", "a.Request", "a.Request.Inner", "a.Result", "a.Left"];
  expect(names(left)).toEqual(["a", ...types, "b", "b.Answer"]);
  expect(Object.keys(left.nested!.a!.nested!.Service!.methods!)).toEqual(["Do"]);
  expect(left.nested!.a!.nested!.Request!.fields).toEqual(TREE.nested!.a!.nested!.Request!.fields);
});

test("what was trimmed stays as it is", () => {
  const called = { "a.Service": ["Do"] };
  const left = trimmed(TREE, called);
  expect(trimmed(left, called)).toEqual(left);
});

test.each([
  ["afterwards", () => {}],
  [
    "after a failure",
    () => {
      throw new Error("no client");
    },
  ],
])("what was lent is given back: %s", (_, make) => {
  const tree = { ...TREE };
  try {
    lending(tree, { nested: {} }, make);
  } catch {}
  expect(tree).toEqual(TREE);
});
