import { scalar, stringsOf } from "../values/tensor.ts";
import type { Resource, Value } from "../values/value.ts";
import { toHost } from "../wasm/heap.ts";
import { type Context, type Family, invalid, type Kernel, type KernelNode, type Run } from "./kernel.ts";
import {
  clear,
  contents,
  find,
  insert,
  newTable,
  remove,
  type Table,
  type TableType,
  tableOf,
} from "./tables-entries.ts";
import { readTextFile } from "./tables-text-file.ts";

/** Lookup tables of TensorFlow 2, as resources, and of TensorFlow 1, as references. */
export const tables: Family = {
  ...named("HashTable", true),
  ...named("MutableHashTable", false),
  ...named("MutableHashTableOfTensors", false),
  ...named("MutableDenseHashTable", false),
  AnonymousHashTable: anonymous(true),
  AnonymousMutableHashTable: anonymous(false),
  AnonymousMutableHashTableOfTensors: anonymous(false),
  AnonymousMutableDenseHashTable: anonymous(false),
  ...withVersions(
    "LookupTableFind",
    () =>
      ([table, keys, byDefault]) =>
        find(at(table), toHost(keys!), toHost(byDefault!)),
  ),
  ...withVersions(
    "LookupTableSize",
    () =>
      ([table]) =>
        scalar("int64", at(table).places.size),
  ),
  ...withVersions("LookupTableInsert", () =>
    withoutOutput(([table, keys, values]) => {
      insert(at(table), toHost(keys!), toHost(values!));
    }),
  ),
  LookupTableRemoveV2: () => withoutOutput(([table, keys]) => remove(at(table), toHost(keys!))),
  // Keras fills its static tables in this way too.
  ...withVersions("LookupTableImport", () =>
    initializing((table, [, keys, values]) => {
      clear(table);
      insert(table, toHost(keys!), toHost(values!));
    }),
  ),
  ...withVersions(
    "LookupTableExport",
    () =>
      ([table]) =>
        contents(at(table)),
  ),
  ...withVersions("InitializeTable", () =>
    initializing((table, inputs) => insert(table, toHost(inputs[1]!), toHost(inputs[2]!))),
  ),
  ...withVersions("InitializeTableFromTextFile", initializeFromFile),
};

/** TensorFlow 1 has the same operators on references. */
function withVersions(name: string, kernel: Kernel): Family {
  return { [name]: kernel, [`${name}V2`]: kernel };
}

function typeOf(node: KernelNode, isStatic: boolean): TableType {
  const hasShape = node.op.includes("OfTensors") || node.op.includes("Dense");
  const valueShape = hasShape ? node.shape("value_shape") : [];
  if (valueShape === null || valueShape.some((size) => size < 0)) throw invalid("value_shape must be fully known");
  return { keyDtype: node.dtype("key_dtype"), valueDtype: node.dtype("value_dtype"), valueShape, isStatic };
}

/** One table for all nodes that share a name. */
function named(name: string, isStatic: boolean): Family {
  return withVersions(name, (node) => {
    const type = typeOf(node, isStatic);
    const shared = node.string("shared_name") || node.name;
    return (_, { resources }) => resources.find("table", shared, () => newTable(type));
  });
}

/** A new table each time. */
function anonymous(isStatic: boolean): Kernel {
  return (node) => {
    const type = typeOf(node, isStatic);
    return () => ({ kind: "resource", name: node.name, state: newTable(type) });
  };
}

function at(resource: Value | undefined): Table {
  return tableOf(resource as Resource);
}

function withoutOutput(act: (inputs: readonly Value[], context: Context) => void): Run {
  return (inputs, context) => {
    act(inputs, context);
    return [];
  };
}

/** The second initialiser of a shared table finds it filled. */
function initializing(fill: (table: Table, inputs: readonly Value[], context: Context) => void): Run {
  return withoutOutput((inputs, context) => {
    const table = at(inputs[0]);
    if (table.isStatic && table.isInitialized) return;
    fill(table, inputs, context);
    table.isInitialized = true;
  });
}

function initializeFromFile(node: KernelNode): Run {
  const keyIndex = node.int("key_index");
  const valueIndex = node.int("value_index");
  const vocabularySize = node.int("vocab_size");
  const delimiter = node.bytes("delimiter");
  const offset = node.int("offset");
  if (delimiter.length !== 1) throw invalid("delimiter must be only 1 char");
  return initializing((table, inputs, context) => {
    const name = new TextDecoder().decode(stringsOf(toHost(inputs[1]!))[0]);
    const file = { name, bytes: context.asset(name), delimiter: delimiter[0]!, vocabularySize, offset };
    const keys = { index: keyIndex, dtype: table.keyDtype };
    insert(table, ...readTextFile(file, keys, { index: valueIndex, dtype: table.valueDtype }));
  });
}
