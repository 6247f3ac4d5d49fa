import type {
  Attribute,
  FunctionDefinition,
  GraphNode,
  MetaGraph,
  SavedModel,
} from "../../../../shared/model/graph.ts";
import type { Dtype } from "../../../../shared/ports/tensor.ts";

/** Builds graphs by hand, as small as the rule under test allows. */
export interface NodeParts {
  readonly name: string;
  readonly op: string;
  readonly device?: string;
  readonly inputs?: readonly string[];
  readonly attributes?: Readonly<Record<string, Attribute>>;
}

export interface FunctionParts {
  readonly name: string;
  readonly inputs?: readonly (readonly [name: string, dtype: Dtype])[];
  readonly outputs?: readonly (readonly [name: string, dtype: Dtype, tensor: string])[];
  readonly nodes?: readonly GraphNode[];
}

export function node({ name, op, device = "", inputs = [], attributes = {} }: NodeParts): GraphNode {
  const values = new Map(Object.entries(attributes));
  return { name, op, device, inputs, attributeNames: [...values.keys()], attribute: (key) => values.get(key) };
}

export function functionOf({ name, inputs = [], outputs = [], nodes = [] }: FunctionParts): FunctionDefinition {
  return {
    name,
    inputs: inputs.map(([input, type]) => argument(input, type)),
    outputs: outputs.map(([output, type]) => argument(output, type)),
    nodes,
    returns: new Map(outputs.map(([output, , tensor]) => [output, tensor])),
    controlReturns: new Map(),
    attributeNames: [],
    attribute: () => undefined,
  };
}

export function metaGraph(parts: Partial<MetaGraph> = {}): MetaGraph {
  return {
    tags: ["serve"],
    tensorflowVersion: "2.21.0",
    producer: 2474,
    minConsumer: 0,
    nodes: [],
    functions: [],
    gradients: new Map(),
    signatures: [],
    saver: null,
    assets: [],
    initialisers: [],
    objects: null,
    ...parts,
  };
}

export function savedModel(...metaGraphs: readonly MetaGraph[]): SavedModel {
  return { schemaVersion: 1, metaGraphs };
}

export const dtype = (value: Dtype): Attribute => ({ kind: "dtype", value });
export const int = (value: number): Attribute => ({ kind: "int", value: BigInt(value) });
export const bool = (value: boolean): Attribute => ({ kind: "bool", value });
export const text = (value: string): Attribute => ({ kind: "string", value: Buffer.from(value) });
export const list = (...value: readonly Attribute[]): Attribute => ({ kind: "list", value });
export const shape = (...value: readonly number[]): Attribute => ({ kind: "shape", value });
export const func = (name: string): Attribute => ({
  kind: "function",
  value: { name, attributeNames: [], attribute: () => undefined },
});

function argument(name: string, type: Dtype): FunctionDefinition["inputs"][number] {
  const none = { typeAttribute: null, numberAttribute: null, typeListAttribute: null, isReference: false };
  return { name, dtype: type, ...none };
}
