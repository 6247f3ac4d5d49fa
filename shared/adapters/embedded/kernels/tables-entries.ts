import type { Dtype } from "../../../ports/tensor.ts";
import { asciiBytes, latin1 } from "../strings/bytes.ts";
import { elementCount, sameShape } from "../values/shape.ts";
import { allocate, tensor } from "../values/tensor.ts";
import type { HostTensor, Resource } from "../values/value.ts";
import { invalid } from "./kernel.ts";

/** Bytes as Latin-1 text, numbers as they are: what a Map can compare. */
type Key = string | number | bigint;
type Element = Uint8Array | number | bigint;

/** A lookup table: keys, each with a value of one shape. */
export interface Table {
  readonly keyDtype: Dtype;
  readonly valueDtype: Dtype;
  readonly valueShape: readonly number[];
  /** Filled once, and read only afterwards. */
  readonly isStatic: boolean;
  isInitialized: boolean;
  /** Where a key's value begins in `values`. */
  readonly places: Map<Key, number>;
  /** Of removed keys too, until the table is exported or filled anew. */
  values: Element[];
}

/** What two tables of one name must agree on. */
export type TableType = Pick<Table, "keyDtype" | "valueDtype" | "valueShape" | "isStatic">;

export function newTable(type: TableType): Table {
  return { ...type, isInitialized: !type.isStatic, places: new Map(), values: [] };
}

export function tableOf(resource: Resource): Table {
  if ("places" in resource.state) return resource.state as Table;
  throw invalid(`${resource.name} is no lookup table`);
}

/** Keys that are not there get the default: one value for all, or one for each. */
export function find(table: Table, keys: HostTensor, byDefault: HostTensor): HostTensor {
  if (!table.isInitialized) throw invalid("Table not initialized.");
  checkDtypes(table, keys, byDefault);
  const size = elementCount(table.valueShape);
  const shape = [...keys.shape, ...table.valueShape];
  const step = defaultStep(table, shape, byDefault);
  const given = elementsOf(keys);
  const defaults = elementsOf(byDefault);
  const found = room(table.valueDtype, given.length * size);
  for (let index = 0; index < given.length; index++) {
    const place = table.places.get(keyOf(given[index]!));
    for (let at = 0; at < size; at++) {
      found[index * size + at] = place === undefined ? defaults[index * step + at]! : table.values[place + at]!;
    }
  }
  return tensor(table.valueDtype, shape, found as never);
}

/** In a static table a key keeps its first value, and another one is an error. */
export function insert(table: Table, keys: HostTensor, values: HostTensor): void {
  checkDtypes(table, keys, values);
  if (!sameShape(values.shape, [...keys.shape, ...table.valueShape])) {
    throw invalid(`Expected shape [${[...keys.shape, ...table.valueShape]}] for value, got [${values.shape}]`);
  }
  const size = elementCount(table.valueShape);
  const given = elementsOf(keys);
  const elements = elementsOf(values);
  for (let index = 0; index < given.length; index++) {
    const key = keyOf(given[index]!);
    const known = table.places.get(key);
    if (known !== undefined && table.isStatic) checkSame(key, table.values[known]!, elements[index]!);
    const place = known ?? table.values.length;
    table.places.set(key, place);
    for (let at = 0; at < size; at++) table.values[place + at] = elements[index * size + at]!;
  }
}

export function clear(table: Table): void {
  table.places.clear();
  table.values = [];
}

export function remove(table: Table, keys: HostTensor): void {
  if (keys.dtype !== table.keyDtype) throw invalid(`Key must be type ${table.keyDtype} but got ${keys.dtype}`);
  for (const key of Array.from(elementsOf(keys))) table.places.delete(keyOf(key));
}

/** All keys, then all values, in the order in which they came. */
export function contents(table: Table): readonly [keys: HostTensor, values: HostTensor] {
  const { keyDtype, valueDtype, valueShape, places } = table;
  const size = elementCount(valueShape);
  const keys = room(keyDtype, places.size);
  const values = room(valueDtype, places.size * size);
  let index = 0;
  for (const [key, place] of places) {
    for (let at = 0; at < size; at++) values[index * size + at] = table.values[place + at]!;
    keys[index++] = typeof key === "string" ? asciiBytes(key) : key;
  }
  return [
    tensor(keyDtype, [places.size], keys as never),
    tensor(valueDtype, [places.size, ...valueShape], values as never),
  ];
}

function checkDtypes({ keyDtype, valueDtype }: Table, keys: HostTensor, values: HostTensor): void {
  if (keys.dtype !== keyDtype) throw invalid(`Key must be type ${keyDtype} but got ${keys.dtype}`);
  if (values.dtype !== valueDtype) throw invalid(`Value must be type ${valueDtype} but got ${values.dtype}`);
}

/** How far apart the defaults of two keys are. */
function defaultStep({ valueShape }: Table, shape: readonly number[], { shape: given }: HostTensor): number {
  if (sameShape(given, valueShape)) return 0;
  if (sameShape(given, shape)) return elementCount(valueShape);
  throw invalid(`Expected shape [${valueShape}] for default value, got [${given}]`);
}

function checkSame(key: Key, known: Element, added: Element): void {
  const [first, second] = [keyOf(known), keyOf(added)];
  if (first === second) return;
  throw invalid(
    `HashTable has different value for same key. Key ${key} has ${first} and trying to add value ${second}`,
  );
}

function room(dtype: Dtype, count: number): Element[] {
  return allocate(dtype, count) as unknown as Element[];
}

function elementsOf({ data }: HostTensor): ArrayLike<Element> {
  return data as ArrayLike<Element>;
}

function keyOf(element: Element): Key {
  return element instanceof Uint8Array ? latin1(element) : element;
}
