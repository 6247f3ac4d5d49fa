import { expect, test } from "vitest";
import {
  newResources,
  type StoredVariables,
  variableOf,
} from "../../../../../shared/adapters/embedded/values/resource.ts";
import { scalar } from "../../../../../shared/adapters/embedded/values/tensor.ts";

function counting(): { readonly stored: StoredVariables; readonly read: string[] } {
  const read: string[] = [];
  const stored: StoredVariables = {
    identity: (_, sharedName) => sharedName.toLowerCase(),
    read(node) {
      read.push(node);
      return node === "absent" ? null : scalar("float32", 1);
    },
  };
  return { stored, read };
}

test("a variable is read once, when it is first looked at", () => {
  const { stored, read } = counting();
  const variable = newResources(stored).variable("v", "V");
  expect(read).toEqual([]);
  expect([variableOf(variable).value, variableOf(variable).value]).toEqual([
    scalar("float32", 1),
    scalar("float32", 1),
  ]);
  expect(read).toEqual(["v"]);
});

test("nodes of one variable share it, and what is assigned", () => {
  const resources = newResources(counting().stored);
  const [one, two] = [resources.variable("v", "V"), resources.variable("w", "v")];
  expect(one).toBe(two);
  variableOf(one).value = scalar("float32", 2);
  expect(variableOf(two).value).toEqual(scalar("float32", 2));
});

test("a variable that the checkpoint has not is empty until it is assigned", () => {
  const variable = newResources(counting().stored).variable("absent", "a");
  expect(variableOf(variable).value).toBeNull();
});

test("kinds do not share names, and a table is no variable", () => {
  const resources = newResources();
  const table = resources.find("table", "x", () => ({}));
  expect(resources.find("table", "x", () => ({}))).toBe(table);
  expect(resources.variable("x", "x")).not.toBe(table);
  expect(() => variableOf(table)).toThrow(expect.objectContaining({ code: "prediction-failed" }));
});
