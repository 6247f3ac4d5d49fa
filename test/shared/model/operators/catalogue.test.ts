import { describe, expect, test } from "vitest";
import {
  operatorDefinition,
  operatorNames,
  TENSORFLOW_VERSIONS,
} from "../../../../shared/model/operators/catalogue.ts";

describe("the operator catalogue", () => {
  test("knows every minor version from 2.1 to 2.21, with rising graph versions", () => {
    expect(TENSORFLOW_VERSIONS.map(({ minor }) => minor)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
    const graphVersions = TENSORFLOW_VERSIONS.map(({ graphVersion }) => graphVersion);
    expect(graphVersions).toEqual(graphVersions.toSorted((a, b) => a - b));
    expect(graphVersions.at(-1)).toBe(2474);
  });

  test("decodes every operator, and every count and type of an argument is an attribute of it", () => {
    expect(operatorNames().length).toBeGreaterThan(1799);
    for (const name of operatorNames()) {
      const definition = operatorDefinition(name)!;
      for (const argument of [...definition.inputs, ...definition.outputs]) {
        const given = [argument.dtype, argument.typeAttribute, argument.typeListAttribute].filter(
          (part) => part !== null,
        );
        expect(given, `${name}.${argument.name}`).toHaveLength(1);
        if (argument.numberAttribute !== null) {
          expect(definition.attributes.get(argument.numberAttribute)?.type, `${name}.${argument.name}`).toBe("int");
        }
      }
    }
  });

  test.each([
    ["an operator from before 2.1 counts from the oldest version", "Conv2D", 1, null],
    ["one that came later", "DisableCopyOnRead", 10, null],
    ["one that left", "Rpc", 1, 4],
  ])("history: %s", (_, name, since, last) => {
    expect(operatorDefinition(name)).toMatchObject({ since, last });
  });

  test("TensorFlow's own test operators and unknown names are no operators", () => {
    for (const name of ["Foo1", "TestStringOutput", "MyCustomOp", "__proto__", "toString", ""]) {
      expect(operatorDefinition(name), name).toBeUndefined();
    }
  });

  test("reads counts, lists, references and fixed types of arguments", () => {
    const argument = (operator: string, index: number) => operatorDefinition(operator)!.inputs[index];
    expect(argument("ConcatV2", 0)).toMatchObject({ name: "values", numberAttribute: "N", typeAttribute: "T" });
    expect(argument("ParseExampleV2", 5)).toMatchObject({ typeListAttribute: "Tdense", numberAttribute: null });
    expect(argument("Assign", 0)).toMatchObject({ name: "ref", typeAttribute: "T", isReference: true });
    expect(argument("ReadVariableOp", 0)).toMatchObject({ dtype: "resource", typeAttribute: null });
  });

  test("reads types, minimums, allowed values, defaults and history of attributes", () => {
    const attribute = (operator: string, name: string) => operatorDefinition(operator)!.attributes.get(name);
    expect(attribute("VarHandleOp", "debug_name")).toMatchObject({
      type: "string",
      since: 15,
      byDefault: "",
    });
    expect(attribute("VarHandleOp", "dtype")).toMatchObject({ type: "type", allowed: null, byDefault: null });
    expect(attribute("Conv2D", "padding")).toMatchObject({ allowed: ["SAME", "VALID", "EXPLICIT"], byDefault: null });
    expect(attribute("ConcatV2", "N")).toMatchObject({ type: "int", minimum: 2 });
    expect(attribute("AvgPool", "ksize")).toMatchObject({ type: "list(int)", minimum: 4 });
    expect(attribute("MatMul", "T")!.widened.get("uint8")).toBe(12);
  });
});
