import { escapeOf } from "../archive/member-names.ts";
import { isBuiltInClass, isBuiltInFunction, isOwnRegistration, isTypeModule } from "./built-in.ts";

/** A `.keras` or `.h5` file is loaded by Keras, so a foreign class is refused; a SavedModel's metadata never is. */
export type Foreign = "refused" | "tolerated";

export type JsonObject = Readonly<Record<string, unknown>>;

/** Layers of Keras that run what the file brings along or points to. */
const RUNNERS: ReadonlyMap<string, string> = new Map([
  ["TorchModuleWrapper", "holds a TorchModuleWrapper, whose weights are a pickle"],
  ["TFSMLayer", "holds a TFSMLayer, which loads another SavedModel"],
  ["KerasLayer", "holds a KerasLayer, which loads a module from elsewhere"],
  ["FlaxLayer", "holds a FlaxLayer, which runs a function of its own"],
  ["JaxLayer", "holds a JaxLayer, which runs a function of its own"],
]);
const LOOKUPS: ReadonlySet<string> = new Set(["StringLookup", "IntegerLookup", "IndexLookup", "TextVectorization"]);
const SIZES: ReadonlySet<string> = new Set([
  "units",
  "filters",
  "input_dim",
  "output_dim",
  "key_dim",
  "num_heads",
  "num_bins",
]);
const MAX_ELEMENTS = 2 ** 33;
/** Parts of TensorFlow's interface that compute and nothing else; `io`, `raw_ops` and `py_function` are not among them. */
const OPERATIONS =
  /^(?:tf\.)?(?:compat\.v1\.)?(?:(?:math|nn|linalg|image|strings|bitwise|signal|sparse|ragged|random|dtypes|quantization|sets|keras\.backend|keras\.activations|__operators__|experimental\.numpy)\.)?[a-z_][a-z0-9_]*$/;
const EFFECTS = /import|py_func|numpy_function|print|load|save|read|write|file|eval|assert|matching/;
const TENSOR_CLASSES = /^(?:tf\.)?(?:RaggedTensor|SparseTensor|TensorShape|TensorArray|IndexedSlices)$/;
const UNSAFE_NODES = /File|PyFunc|Save|Restore|Dataset|Reader|Iterator|Sql|Print|Library|Rpc|Summary|DebugIdentity/;

/** What is wrong with one object of a configuration, its members left aside. */
export function judgeObject(object: JsonObject, foreign: Foreign): readonly string[] {
  const name = object.class_name;
  if (typeof name !== "string") return foreign === "refused" ? oversized(object) : [];
  if (isLambda(name)) return lambdaProblems(object, name, foreign);
  if (foreign === "tolerated") return [];
  const runner = RUNNERS.get(name.slice(name.lastIndexOf(">") + 1));
  const problem = runner ?? foreignProblem(object, name) ?? operationProblem(object, name);
  return [...(problem === null ? [] : [problem]), ...pathProblems(object, name), ...oversized(object)];
}

const isLambda = (name: string): boolean => name === "__lambda__" || name === "Lambda" || name.endsWith(">Lambda");

/** A named function is only a name; `__lambda__` and the old triple carry marshalled bytecode. */
function lambdaProblems(object: JsonObject, name: string, foreign: Foreign): readonly string[] {
  const layer = named(object);
  if (name === "__lambda__" || carriesCode(object)) return [`carries Python bytecode in a Lambda${layer}`];
  return foreign === "refused" ? [`holds a Lambda layer${layer}`] : [];
}

function carriesCode(object: JsonObject): boolean {
  const config = objectAt(object, "config");
  if ([config.function_type, config.output_shape_type, config.mask_type].includes("lambda")) return true;
  return ["function", "output_shape", "mask"].some((key) => {
    const value = config[key];
    const items = Array.isArray(value) ? value : objectAt(config, key).items;
    return Array.isArray(items) && typeof items[0] === "string" && items[0].length > 16;
  });
}

function foreignProblem(object: JsonObject, name: string): string | null {
  const module = typeof object.module === "string" ? object.module : null;
  const registered = object.registered_name;
  if (typeof registered === "string" && !isRegisteredHere(registered, object, name)) {
    return `names the foreign object ${quoted(registered)}`;
  }
  if (name === "function") return functionProblem(object, module);
  if (name === "__typespec__")
    return module === null || isTypeModule(module) ? null : `names the foreign type ${quoted(module)}`;
  if (name === "TensorFlowOpLayer" || name === "TFOpLambda") return null;
  const isKnown = name.includes(">") ? module === null && isOwnRegistration(name) : isBuiltInClass(module, name);
  return isKnown ? null : `names the foreign class ${quoted(module === null ? name : `${module}.${name}`)}`;
}

function isRegisteredHere(registered: string, object: JsonObject, name: string): boolean {
  if (registered === name && !registered.includes(">")) return true;
  return isOwnRegistration(registered) || (name === "function" && registered === object.config);
}

function functionProblem(object: JsonObject, module: string | null): string | null {
  const called = object.config;
  if (typeof called === "string" && isBuiltInFunction(module, called)) return null;
  return `names the foreign function ${quoted(`${module ?? "?"}.${typeof called === "string" ? called : "?"}`)}`;
}

/** Layers that wrap one TensorFlow operation, by its public name or as a node. */
function operationProblem(object: JsonObject, name: string): string | null {
  const config = objectAt(object, "config");
  if (name === "ClassMethod") {
    const owner = String(config.cls_ref);
    return TENSOR_CLASSES.test(owner) ? null : `calls a method of ${quoted(owner)}`;
  }
  if (name === "TFOpLambda" || name === "SlicingOpLambda") {
    const called = config.function;
    const isPlain = typeof called === "string" && OPERATIONS.test(called) && !EFFECTS.test(called);
    return isPlain ? null : `calls the TensorFlow function ${quoted(String(called))}`;
  }
  if (name !== "TensorFlowOpLayer") return null;
  const node = JSON.stringify(config.node_def ?? "");
  const operator = /op\\*"?:\s*\\*"([A-Za-z0-9_>]{1,80})/.exec(node)?.[1] ?? "unknown";
  return operator === "unknown" || UNSAFE_NODES.test(operator) ? `runs the operator ${quoted(operator)}` : null;
}

function pathProblems(object: JsonObject, name: string): readonly string[] {
  const config = objectAt(object, "config");
  const problems: string[] = [];
  if (LOOKUPS.has(name) && typeof config.vocabulary === "string") {
    problems.push(`reads a vocabulary from the path ${quoted(config.vocabulary)}`);
  }
  for (const label of [object.name, config.name]) {
    if (typeof label === "string" && escapeOf(label) !== null)
      problems.push(`names a layer ${quoted(label)}, which ${escapeOf(label)}`);
  }
  const activation = [config.activation, config.recurrent_activation].find(
    (value) => typeof value === "string" && !isBuiltInFunction(null, value),
  );
  if (typeof activation === "string") problems.push(`names the foreign function ${quoted(activation)}`);
  return problems;
}

/** Shapes and sizes that no machine holds: loading would end in an exhausted memory. */
function oversized(object: JsonObject): readonly string[] {
  return Object.entries(object).flatMap(([key, value]) => {
    if (SIZES.has(key) && typeof value === "number" && !(value >= -1 && value < 2 ** 31)) {
      return [`asks for ${value} in ${quoted(key)}`];
    }
    if (
      !/shape$/.test(key) ||
      !Array.isArray(value) ||
      !value.every((item) => item === null || typeof item === "number")
    )
      return [];
    const dimensions = value.filter((item) => typeof item === "number");
    const elements = dimensions.reduce((product, item) => product * Math.max(1, item), 1);
    return elements > MAX_ELEMENTS || dimensions.some((item) => item < -1)
      ? [`asks for the shape [${value.join(", ").slice(0, 80)}]`]
      : [];
  });
}

function named(object: JsonObject): string {
  const label = objectAt(object, "config").name ?? object.name;
  return typeof label === "string" ? ` (${quoted(label)})` : "";
}

function objectAt(object: JsonObject, key: string): JsonObject {
  const value = object[key];
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

const quoted = (text: string): string => JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text);
