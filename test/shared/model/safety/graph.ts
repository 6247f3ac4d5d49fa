import type {
  Attribute,
  FunctionArgument,
  FunctionDefinition,
  GraphNode,
  GraphSignature,
  MetaGraph,
  SavedModel,
} from "../../../../shared/model/graph.ts";
import type { Dtype } from "../../../../shared/ports/tensor.ts";

type Attributes = Readonly<Record<string, Attribute>>;

/** One node, as `node("a", "AddV2", ["x:0", "y:0"])`. */
export function node(name: string, op: string, inputs: readonly string[] = [], attributes: Attributes = {}): GraphNode {
  return { name, op, device: "", inputs, ...attributed(attributes) };
}

function attributed(attributes: Attributes) {
  return { attributeNames: Object.keys(attributes), attribute: (name: string) => attributes[name] };
}

export function text(value: string): Attribute {
  return { kind: "string", value: new TextEncoder().encode(value) };
}

export function calls(name: string, attributes: Attributes = {}): Attribute {
  return { kind: "function", value: { name, ...attributed(attributes) } };
}

export function list(...value: readonly Attribute[]): Attribute {
  return { kind: "list", value };
}

export function constant(name: string, ...strings: readonly string[]): GraphNode {
  const value = {
    dtype: "string" as Dtype,
    shape: [],
    content: null,
    strings: strings.map((string) => new TextEncoder().encode(string)),
    numbers: [],
  };
  return node(name, "Const", [], { value: { kind: "tensor", value } });
}

interface Body {
  readonly inputs?: readonly string[];
  readonly returns?: Readonly<Record<string, string>>;
  readonly attributes?: Attributes;
}

export function definition(name: string, nodes: readonly GraphNode[], body: Body = {}): FunctionDefinition {
  const returns = new Map(Object.entries(body.returns ?? {}));
  return {
    name,
    nodes,
    inputs: (body.inputs ?? []).map(argument),
    outputs: [...returns.keys()].map(argument),
    returns,
    controlReturns: new Map(),
    ...attributed(body.attributes ?? {}),
  };
}

export function signature(name: string, output: string, ...inputs: readonly string[]): GraphSignature {
  const tensor = (of: string) => ({ name: of, dtype: "float32" as const, shape: null, tensors: [of] });
  return { name, method: "tensorflow/serving/predict", inputs: inputs.map(tensor), outputs: [tensor(output)] };
}

function metaGraph(parts: Partial<MetaGraph>): MetaGraph {
  return {
    tags: ["serve"],
    tensorflowVersion: "2.21.0",
    producer: 1,
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

export function model(...metaGraphs: readonly Partial<MetaGraph>[]): SavedModel {
  return { schemaVersion: 1, metaGraphs: metaGraphs.map(metaGraph) };
}

function argument(name: string): FunctionArgument {
  return {
    name,
    dtype: "string",
    typeAttribute: null,
    numberAttribute: null,
    typeListAttribute: null,
    isReference: false,
  };
}
