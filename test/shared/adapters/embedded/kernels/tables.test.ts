import { describe, expect, test } from "vitest";
import { kernelNode } from "../../../../../shared/adapters/embedded/compile/node.ts";
import type { Operation } from "../../../../../shared/adapters/embedded/compile/operation.ts";
import type { Context } from "../../../../../shared/adapters/embedded/kernels/kernel.ts";
import { tables } from "../../../../../shared/adapters/embedded/kernels/tables.ts";
import { newResources } from "../../../../../shared/adapters/embedded/values/resource.ts";
import { tensor, tensorOf } from "../../../../../shared/adapters/embedded/values/tensor.ts";
import type { HostTensor, Value } from "../../../../../shared/adapters/embedded/values/value.ts";
import type { Attribute } from "../../../../../shared/model/graph.ts";
import type { Dtype } from "../../../../../shared/ports/tensor.ts";

type Attributes = Readonly<Record<string, Attribute>>;

const text = (...words: readonly string[]) =>
  tensor(
    "string",
    [words.length],
    words.map((word) => Buffer.from(word)),
  );
const single = (word: string) => tensor("string", [], [Buffer.from(word)]);
const ints = (...values: readonly number[]) => tensorOf("int64", [values.length], values);
const int = (value: number) => tensorOf("int64", [], [value]);
const dtype = (value: Dtype): Attribute => ({ kind: "dtype", value });
const number = (value: number): Attribute => ({ kind: "int", value: BigInt(value) });

describe("lookup tables", () => {
  test("a key that is missing gets the default", () => {
    const run = session();
    const table = run("HashTableV2", types("string", "int64"));
    run("InitializeTableV2", {}, table, text("a", "b", "\u0000"), ints(1, 2, 3));
    expect(values(run("LookupTableFindV2", {}, table, text("b", "", "\u0000", "A"), int(-1)))).toEqual([
      2n,
      -1n,
      3n,
      -1n,
    ]);
    expect(values(run("LookupTableSizeV2", {}, table))).toEqual([3n]);
  });

  test("a key keeps its first value in a static table, and the same pair twice is no error", () => {
    const run = session();
    const table = run("HashTableV2", types("int64", "int64"));
    run("InitializeTableV2", {}, table, ints(7, 7), ints(1, 1));
    expect(values(run("LookupTableFindV2", {}, table, ints(7), int(0)))).toEqual([1n]);
    const other = run("HashTableV2", { ...types("int64", "int64"), shared_name: name("other") });
    expect(() => run("InitializeTableV2", {}, other, ints(7, 7), ints(1, 2))).toThrow("different value for same key");
  });

  test("a table that nothing has filled is refused", () => {
    const run = session();
    const table = run("HashTableV2", types("int64", "float32"));
    expect(() => run("LookupTableFindV2", {}, table, ints(7), tensorOf("float32", [], [0]))).toThrow("not initialized");
  });

  test("keys of another type are refused", () => {
    const run = session();
    const table = run("MutableHashTableV2", types("int64", "int64"));
    expect(() => run("LookupTableFindV2", {}, table, text("a"), int(0))).toThrow("Key must be type int64");
  });

  test("nodes of one shared name have one table, anonymous ones have their own", () => {
    const run = session();
    const [a, b] = ["x", "x"].map((shared) =>
      run("MutableHashTable", { ...types("string", "string"), shared_name: name(shared) }),
    );
    run("LookupTableInsert", {}, a!, text("k"), text("v"));
    expect(values(run("LookupTableSize", {}, b!))).toEqual([1n]);
    expect(values(run("LookupTableSizeV2", {}, run("AnonymousMutableHashTable", types("string", "string"))))).toEqual([
      0n,
    ]);
  });

  test("a mutable table takes, changes and loses keys, and is exported in their order", () => {
    const run = session();
    const table = run("MutableHashTableV2", types("string", "int64"));
    run("LookupTableInsertV2", {}, table, text("a", "b", "c"), ints(1, 2, 3));
    run("LookupTableInsertV2", {}, table, text("a"), ints(9));
    run("LookupTableRemoveV2", {}, table, text("b", "none"));
    const [keys, exported] = run.all("LookupTableExportV2", {}, table) as HostTensor[];
    expect((keys!.data as Uint8Array[]).map((key) => Buffer.from(key).toString())).toEqual(["a", "c"]);
    expect(values(exported!)).toEqual([9n, 3n]);
    run("LookupTableImportV2", {}, table, text("z"), ints(26));
    expect(values(run("LookupTableFindV2", {}, table, text("a", "z"), int(0)))).toEqual([0n, 26n]);
  });

  test("values may be tensors, and each key may have a default of its own", () => {
    const run = session();
    const shape: Attribute = { kind: "shape", value: [2] };
    const table = run("MutableHashTableOfTensorsV2", { ...types("int64", "float32"), value_shape: shape });
    run("LookupTableInsertV2", {}, table, ints(5), tensorOf("float32", [1, 2], [0.5, 1.5]));
    const found = run("LookupTableFindV2", {}, table, ints(5, 6), tensorOf("float32", [2], [8, 9])) as HostTensor;
    expect([found.shape, values(found)]).toEqual([
      [2, 2],
      [0.5, 1.5, 8, 9],
    ]);
    const own = run("LookupTableFindV2", {}, table, ints(6, 5), tensorOf("float32", [2, 2], [1, 2, 3, 4]));
    expect(values(own)).toEqual([1, 2, 0.5, 1.5]);
  });
});

describe("vocabulary files", () => {
  const files = new Map([
    ["words", "one\ntwo\r\nthree"],
    ["pairs", "a,1\nb,2\n"],
    ["gap", "a\n\nb\n"],
    ["wrong", "a,x\n"],
  ]);

  test.each([
    [
      "a line is a key, its number the value",
      "words",
      { key_index: -2, value_index: -1 },
      ["two", "three", "two\r"],
      [1n, 2n, -1n],
    ],
    ["the number begins at the offset", "words", { key_index: -2, value_index: -1, offset: 5 }, ["one"], [5n]],
    [
      "only so many lines are read",
      "words",
      { key_index: -2, value_index: -1, vocab_size: 1 },
      ["one", "two"],
      [0n, -1n],
    ],
    ["columns are keys and values", "pairs", { key_index: 0, value_index: 1, delimiter: "," }, ["b", "a"], [2n, 1n]],
  ] as const)("%s", (_, file, options, keys, expected) => {
    const run = session(files);
    const table = run("HashTableV2", types("string", "int64"));
    run("InitializeTableFromTextFileV2", fileAttributes(options), table, single(file));
    expect(values(run("LookupTableFindV2", {}, table, text(...keys), int(-1)))).toEqual(expected);
  });

  test.each([
    ["fewer lines than promised", "words", { key_index: -2, value_index: -1, vocab_size: 9 }, "expected 9 but got 3"],
    ["an empty line", "gap", { key_index: -2, value_index: -1 }, "empty line"],
    [
      "a column that is missing",
      "pairs",
      { key_index: 0, value_index: 2, delimiter: "," },
      "Invalid number of columns",
    ],
    ["a value that is no number", "wrong", { key_index: 0, value_index: 1, delimiter: "," }, "not a valid int64"],
  ] as const)("%s is refused", (_, file, options, message) => {
    const run = session(files);
    const table = run("HashTableV2", types("string", "int64"));
    expect(() => run("InitializeTableFromTextFileV2", fileAttributes(options), table, single(file))).toThrow(message);
  });
});

function types(key: Dtype, value: Dtype): Attributes {
  return { key_dtype: dtype(key), value_dtype: dtype(value) };
}

function name(text: string): Attribute {
  return { kind: "string", value: Buffer.from(text) };
}

function fileAttributes(options: Readonly<Record<string, number | string>>): Attributes {
  const entries = Object.entries(options).map(([key, value]) => [
    key,
    typeof value === "string" ? name(value) : number(value),
  ]);
  return Object.fromEntries(entries);
}

function values(value: Value): unknown[] {
  return Array.from((value as HostTensor).data as ArrayLike<unknown>);
}

/** Runs one operator after the other, on the same resources. */
function session(files: ReadonlyMap<string, string> = new Map()) {
  const context: Context = {
    resources: newResources(),
    call: () => [],
    checkDeadline: () => {},
    asset: (path) => Buffer.from(files.get(path)!),
  };
  const all = (op: string, attributes: Attributes, ...inputs: readonly Value[]): readonly Value[] => {
    const find = { attribute: (key: string) => attributes[key] };
    const operation: Operation = {
      name: "node",
      op,
      attributes: find,
      outputCount: 1,
      inputs: [],
      controls: [],
      values: null,
    };
    const result = tables[op]!(kernelNode(operation, () => ({ name: "", inputCount: 0, outputCount: 0 })))(
      inputs,
      context,
    );
    return "kind" in result ? [result] : result;
  };
  const run = (op: string, attributes: Attributes, ...inputs: readonly Value[]) => all(op, attributes, ...inputs)[0]!;
  return Object.assign(run, { all });
}
