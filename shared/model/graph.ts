import type { Dtype, Shape, TensorSpec } from "../ports/tensor.ts";

/** A SavedModel as data. Nothing in it has been run, and everything in it is hostile. */
export interface SavedModel {
  readonly schemaVersion: number;
  readonly metaGraphs: readonly MetaGraph[];
}

export interface MetaGraph {
  readonly tags: readonly string[];
  readonly tensorflowVersion: string;
  /** GraphDef.versions: what wrote the graph, and the oldest consumer that may read it. */
  readonly producer: number;
  readonly minConsumer: number;
  readonly nodes: readonly GraphNode[];
  /** The same nodes, where they come from a file. */
  readonly table?: NodeTable;
  readonly functions: readonly FunctionDefinition[];
  /** Function name → the function that computes its gradient. */
  readonly gradients: ReadonlyMap<string, string>;
  readonly signatures: readonly GraphSignature[];
  readonly saver: Saver | null;
  /** Tensor name (`Const:0`) → file name below `assets/`, as fed to the initialiser at load. */
  readonly assets: readonly Asset[];
  /** Names of the nodes that run at load: `saved_model_main_op`, `legacy_init_op`, `__saved_model_init_op`. */
  readonly initialisers: readonly string[];
  readonly objects: ObjectGraph | null;
}

export interface GraphNode extends NodeKind {
  readonly name: string;
  /** As written: `node`, `node:1`, `^control`; inside functions also `node:output:0` and argument names. */
  readonly inputs: readonly string[];
}

/** What many nodes of a graph have in common. */
export interface NodeKind {
  readonly op: string;
  readonly device: string;
  readonly attributeNames: readonly string[];
  /** Decoded when asked for; a hostile attribute throws Failure `model-unreadable` only then. */
  attribute(name: string): Attribute | undefined;
}

/**
 * The nodes of a graph or of a function's body by their places: what is asked of every node of every function is
 * answered without making a value of each.
 */
export interface NodeTable {
  readonly count: number;
  /** Nodes that are known to be alike have one kind. */
  kind(place: number): NodeKind;
  name(place: number): string;
  /** Places whose name an earlier node has too; the last node of a name is the one that is found. */
  readonly repeated: readonly number[];
  /** Places whose name TensorFlow does not allow. */
  readonly illegal: readonly number[];
  placeOf(name: string): number | undefined;
  /** The inputs of the node at a place are numbered from firstInput(place) up to firstInput(place + 1). */
  firstInput(place: number): number;
  /** The place of the node that an input names, or −1. */
  producer(input: number): number;
  /** As written. */
  input(input: number): string;
  /** What is written behind the node's name and a colon: `1` in a graph, `output:0` in a function, or nothing. */
  output(input: number): string;
  isControl(input: number): boolean;
}

export interface FunctionDefinition {
  readonly name: string;
  readonly inputs: readonly FunctionArgument[];
  readonly outputs: readonly FunctionArgument[];
  readonly nodes: readonly GraphNode[];
  /** The same nodes, where they come from a file. */
  readonly table?: NodeTable;
  /** Output argument → the tensor inside the body that it returns. */
  readonly returns: ReadonlyMap<string, string>;
  /** Control output → the node that must have run. */
  readonly controlReturns: ReadonlyMap<string, string>;
  readonly attributeNames: readonly string[];
  attribute(name: string): Attribute | undefined;
}

/** One argument of a function or operator; a type or a count may come from an attribute instead. */
export interface FunctionArgument {
  readonly name: string;
  readonly dtype: Dtype | null;
  readonly typeAttribute: string | null;
  readonly numberAttribute: string | null;
  readonly typeListAttribute: string | null;
  readonly isReference: boolean;
}

export type Attribute =
  | { readonly kind: "string"; readonly value: Uint8Array }
  | { readonly kind: "int"; readonly value: bigint }
  | { readonly kind: "float"; readonly value: number }
  | { readonly kind: "bool"; readonly value: boolean }
  | { readonly kind: "dtype"; readonly value: Dtype }
  | { readonly kind: "shape"; readonly value: Shape }
  | { readonly kind: "tensor"; readonly value: TensorConstant }
  | { readonly kind: "function"; readonly value: FunctionReference }
  | { readonly kind: "placeholder"; readonly value: string }
  | { readonly kind: "list"; readonly value: readonly Attribute[] };

export interface FunctionReference {
  readonly name: string;
  readonly attributeNames: readonly string[];
  attribute(name: string): Attribute | undefined;
}

/** A constant inside the graph. `content` and the value lists are mutually exclusive, as TensorFlow writes them. */
export interface TensorConstant {
  readonly dtype: Dtype;
  readonly shape: Shape;
  /** Little-endian raw bytes, row-major. */
  readonly content: Uint8Array | null;
  readonly strings: readonly Uint8Array[];
  /** float_val, double_val, int_val, … widened; a single value fills the whole shape. */
  readonly numbers: readonly (number | bigint)[];
}

export interface GraphSignature {
  readonly name: string;
  readonly method: string;
  readonly inputs: readonly SignatureTensor[];
  readonly outputs: readonly SignatureTensor[];
}

/** A signature's tensor and where in the graph it lives; a sparse or composite one lives in several places. */
export interface SignatureTensor extends TensorSpec {
  readonly tensors: readonly string[];
}

export interface Saver {
  readonly filenameTensor: string;
  readonly saveTensor: string;
  readonly restoreOperator: string;
}

export interface Asset {
  readonly tensor: string;
  readonly file: string;
}

/** TensorFlow 2's tree of trackable objects, for the exact mapping from captured variables to checkpoint keys. */
export interface ObjectGraph {
  readonly nodes: readonly ObjectNode[];
  /** Concrete function → the ids of the objects that it captures, in the order of its last arguments. */
  readonly capturedBy: ReadonlyMap<string, readonly number[]>;
}

export interface ObjectNode {
  readonly kind: "userObject" | "asset" | "function" | "variable" | "bareFunction" | "constant" | "resource" | "other";
  readonly children: ReadonlyMap<string, number>;
  /** A user object's registered name (`_tf_keras_model`, `_tf_keras_layer`, …), a variable's own name. */
  readonly identifier: string;
  /** A user object's metadata: Keras ≤ 2.4 keeps its layers' configuration here, later versions in keras_metadata.pb. */
  readonly metadata: string;
  /** A constant's graph operation, or an asset's index. */
  readonly operation: string;
  /** The concrete functions of a function. */
  readonly functions: readonly string[];
  /** Ids of the functions that save what the object holds, and of those that restore it. */
  readonly savedBy: readonly number[];
  readonly restoredBy: readonly number[];
}
