import { Failure } from "../../../failure.ts";
import type { Attribute } from "../../../model/graph.ts";
import { operatorDefinition } from "../../../model/operators/catalogue.ts";
import type { Dtype } from "../../../ports/tensor.ts";
import type { Callable, KernelNode } from "../kernels/kernel.ts";
import { constantTensor } from "../values/constant.ts";
import type { HostTensor } from "../values/value.ts";
import { detached } from "../wasm/heap.ts";
import { knownValue, type Operation } from "./operation.ts";

type Kind = Attribute["kind"];
type ValueOf<K extends Kind> = Extract<Attribute, { readonly kind: K }>["value"];

const utf8 = new TextDecoder();
const ascii = new TextEncoder();

/** What a kernel sees of an operation. `compile` makes its functions callable. */
export function kernelNode(operation: Operation, compile: (attribute: string, index: number) => Callable): KernelNode {
  const value = <K extends Kind>(kind: K, name: string): ValueOf<K> => valueOfKind(operation, kind, name, find(name));
  const list = <K extends Kind>(kind: K, name: string): readonly ValueOf<K>[] =>
    value("list", name).map((element) => valueOfKind(operation, kind, name, element));
  const find = (name: string) =>
    operation.attributes.attribute(name) ?? defaultOf(operation.definedAs ?? operation.op, name);
  return {
    name: operation.name,
    op: operation.op,
    made: operation.made ?? null,
    inputCount: operation.inputs.length,
    outputCount: operation.outputCount,
    int: (name) => Number(value("int", name)),
    float: (name) => value("float", name),
    bool: (name) => value("bool", name),
    string: (name) => utf8.decode(value("string", name)),
    bytes: (name) => value("string", name),
    dtype: (name) => value("dtype", name),
    shape: (name) => value("shape", name),
    tensor: (name) => constantTensor(value("tensor", name)),
    ints: (name) => list("int", name).map(Number),
    bigint: (name) => value("int", name),
    bigints: (name) => list("int", name),
    floats: (name) => list("float", name),
    strings: (name) => list("string", name).map((bytes) => utf8.decode(bytes)),
    dtypes: (name) => list("dtype", name),
    shapes: (name) => list("shape", name),
    function: (name) => compile(name, 0),
    functions: (name) => Array.from({ length: list("function", name).length }, (_, index) => compile(name, index)),
    constant: (input) => constantInput(operation, input),
  };
}

function constantInput(operation: Operation, input: number): HostTensor | null {
  const edge = operation.inputs[input];
  const value = edge === undefined ? null : knownValue(edge);
  return value?.kind === "host" || value?.kind === "heap" ? detached(value) : null;
}

function valueOfKind<K extends Kind>(
  { name, op }: Operation,
  kind: K,
  attribute: string,
  found: Attribute | undefined,
): ValueOf<K> {
  if (found?.kind === kind) return found.value as ValueOf<K>;
  // protobuf leaves an empty list without a type.
  if (kind === "list" && found === undefined) return [] as unknown as ValueOf<K>;
  const said = found === undefined ? "lacks" : `has a ${found.kind} for`;
  throw new Failure("model-unreadable", `the node ${name} (${op}) ${said} its attribute ${attribute}`, {
    fix: "Export the model again.",
  });
}

const defaults = new Map<string, Attribute | undefined>();

/** What TensorFlow fills in for an attribute that a node leaves out. */
function defaultOf(op: string, name: string): Attribute | undefined {
  const key = `${op}.${name}`;
  if (!defaults.has(key)) {
    const definition = operatorDefinition(op)?.attributes.get(name);
    defaults.set(key, definition?.byDefault == null ? undefined : parsed(definition.type, definition.byDefault));
  }
  return defaults.get(key);
}

/** The catalogue writes JSON, but strings and dtypes bare. */
function parsed(type: string, text: string): Attribute | undefined {
  if (type.startsWith("list(")) {
    const element = type.slice("list(".length, -1);
    const values = JSON.parse(text) as readonly unknown[];
    return { kind: "list", value: values.map((value) => parsed(element, String(value))!) };
  }
  if (type === "int") return { kind: "int", value: BigInt(text) };
  if (type === "float") return { kind: "float", value: Number(text.replace("inf", "Infinity")) };
  if (type === "bool") return { kind: "bool", value: text === "true" };
  if (type === "type") return { kind: "dtype", value: text as Dtype };
  if (type === "string") return { kind: "string", value: ascii.encode(text) };
  if (type === "shape") return { kind: "shape", value: JSON.parse(text) as readonly number[] | null };
  return undefined;
}
