import { expect, test } from "vitest";
import { type ProtoTree, withOnly } from "../../../../shared/adapters/vertex/proto-tree.ts";

const type = (...fields: readonly string[]): ProtoTree => ({
  fields: Object.fromEntries(fields.map((name, index) => [`field${index}`, { type: name }])),
});

function tree(): ProtoTree {
  const operation = "(google.longrunning.operation_info).response_type";
  return {
    nested: {
      a: {
        nested: {
          Service: {
            methods: { Do: { requestType: "Request", responseType: "b.Answer", options: { [operation]: "Result" } } },
          },
          Other: { methods: { Do: { requestType: "Unneeded", responseType: "Unneeded" } } },
          Request: { ...type("Inner", "string", ".b.Answer"), nested: { Inner: type("Request"), Left: type() } },
          Inner: type(),
          Result: type(),
          Unneeded: type(),
        },
      },
      b: { nested: { Answer: type() } },
      c: { nested: { Alone: type() } },
    },
  };
}

function names({ nested = {} }: ProtoTree, within = ""): readonly string[] {
  return Object.entries(nested).flatMap(([name, child]) => [`${within}${name}`, ...names(child, `${within}${name}.`)]);
}

test("only what a service speaks of is there, in the scope that is nearest", () => {
  const whole = tree();
  const seen = withOnly(whole, ["a.Service"], () => names(whole));
  expect(seen).toEqual(["a", "a.Service", "a.Request", "a.Request.Inner", "a.Result", "b", "b.Answer"]);
});

test.each([
  ["afterwards", () => {}],
  [
    "after a failure",
    () => {
      throw new Error("no client");
    },
  ],
])("everything is there again: %s", (_, make) => {
  const whole = tree();
  try {
    withOnly(whole, ["a.Service"], make);
  } catch {}
  expect(whole).toEqual(tree());
});
