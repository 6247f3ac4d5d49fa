import type { Dtype } from "../../ports/tensor.ts";
import type { FunctionArgument } from "../graph.ts";
import catalogue from "./catalogue.json" with { type: "json" };

/** An operator as the newest TensorFlow registers it, or as the last version that had it did. */
export interface OperatorDefinition {
  readonly name: string;
  readonly inputs: readonly FunctionArgument[];
  readonly outputs: readonly FunctionArgument[];
  readonly attributes: ReadonlyMap<string, AttributeDefinition>;
  readonly stateful: boolean;
  /** The minor version of TensorFlow 2 that brought it; the oldest one known stands for all before. */
  readonly since: number;
  /** The last minor version that had it; null while the newest still has it. */
  readonly last: number | null;
  /** Graphs of this version and later may not use it; null while all may. */
  readonly deprecatedInGraphVersion: number | null;
}

export interface AttributeDefinition {
  /** `type`, `int`, `list(shape)`, …, as TensorFlow writes it. */
  readonly type: string;
  /** Of an int, or of the length of a list. */
  readonly minimum: number | null;
  /** Names of dtypes, or strings. */
  readonly allowed: readonly string[] | null;
  /** As the catalogue writes it: JSON, but strings and dtypes bare. null: the attribute is required. */
  readonly byDefault: string | null;
  readonly since: number;
  /** Allowed values that earlier versions refused, with the minor version that first took them. */
  readonly widened: ReadonlyMap<string, number>;
}

export interface TensorflowVersion {
  readonly version: string;
  readonly minor: number;
  /** TF_GRAPH_DEF_VERSION: what it writes as a graph's producer, and compares with a graph's min_consumer. */
  readonly graphVersion: number;
}

type Line = readonly [signature: string, attributes?: Readonly<Record<string, string>>, rest?: Rest];

interface Rest {
  readonly stateful?: boolean;
  readonly since?: number;
  readonly last?: number;
  readonly deprecated?: number;
  readonly widened?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

const { tensorflow, operators } = catalogue as unknown as {
  readonly tensorflow: readonly (readonly [version: string, graphVersion: number])[];
  readonly operators: Readonly<Record<string, Line>>;
};

/** Every minor version that the catalogue was read from, oldest first. */
export const TENSORFLOW_VERSIONS: readonly TensorflowVersion[] = tensorflow.map(([version, graphVersion]) => ({
  version,
  minor: minorOf(version),
  graphVersion,
}));

const OLDEST = TENSORFLOW_VERSIONS[0]!.minor;
const decoded = new Map<string, OperatorDefinition>();

/** What TensorFlow registered under a name, if it ever did since 2.1. */
export function operatorDefinition(name: string): OperatorDefinition | undefined {
  const known = decoded.get(name);
  if (known !== undefined || !Object.hasOwn(operators, name)) return known;
  const definition = decode(name, operators[name]!);
  decoded.set(name, definition);
  return definition;
}

/** Sorted; with the operators that later versions dropped. */
export function operatorNames(): readonly string[] {
  return Object.keys(operators);
}

function minorOf(version: string): number {
  return Number(version.split(".")[1]);
}

function decode(name: string, [signature, attributes = {}, rest = {}]: Line): OperatorDefinition {
  const since = rest.since ?? OLDEST;
  const definitions = new Map<string, AttributeDefinition>();
  for (const [attribute, text] of Object.entries(attributes)) {
    const widened = new Map(Object.entries(rest.widened?.[attribute] ?? {}));
    definitions.set(attribute, { ...decodeAttribute(text, since), widened });
  }
  const [inputs = "", outputs = ""] = signature.split(" -> ");
  return {
    name,
    inputs: decodeArguments(inputs, definitions),
    outputs: decodeArguments(outputs, definitions),
    attributes: definitions,
    stateful: rest.stateful ?? false,
    since,
    last: rest.last ?? null,
    deprecatedInGraphVersion: rest.deprecated ?? null,
  };
}

/** `type{=Abs.T}`, `int>=1`, `string{SAME,VALID}`, `list(string)@3=[]`. */
const ATTRIBUTE =
  /^(?<type>[a-z]+(?:\([a-z]+\))?)(?:>=(?<minimum>-?\d+))?(?:\{(?<allowed>[^}]*)\})?(?:@(?<since>\d+))?(?:=(?<text>.*))?$/s;

function decodeAttribute(written: string, operatorSince: number): Omit<AttributeDefinition, "widened"> {
  const { type, minimum, allowed, since, text } = attributeParts(written);
  return {
    type: type!,
    minimum: minimum === undefined ? null : Number(minimum),
    allowed: allowed === undefined ? null : allowedValues(allowed),
    byDefault: text ?? null,
    since: since === undefined ? operatorSince : Number(since),
  };
}

function attributeParts(written: string): Record<string, string | undefined> {
  return ATTRIBUTE.exec(written)!.groups!;
}

/** The values, or `=Operator.attribute`: those of the attribute that owns the list. */
function allowedValues(written: string): readonly string[] {
  if (!written.startsWith("=")) return written.split(",");
  const [operator = "", attribute = ""] = written.slice(1).split(".");
  return attributeParts(operators[operator]![1]![attribute]!).allowed!.split(",");
}

/** `x:T values:N*T args:Tin ref:Ref(T) size:int64`; what is no attribute of the operator is a dtype. */
function decodeArguments(
  written: string,
  attributes: ReadonlyMap<string, AttributeDefinition>,
): readonly FunctionArgument[] {
  return written
    .split(" ")
    .filter((argument) => argument !== "")
    .map((argument) => decodeArgument(argument, attributes));
}

function decodeArgument(written: string, attributes: ReadonlyMap<string, AttributeDefinition>): FunctionArgument {
  const { name, count, reference, plain } =
    /^(?<name>[^:]+):(?:(?<count>\w+)\*)?(?:Ref\((?<reference>.+)\)|(?<plain>.+))$/.exec(written)!.groups as Record<
      string,
      string | undefined
    >;
  const type = reference ?? plain!;
  const attribute = attributes.get(type)?.type;
  return {
    name: name!,
    dtype: attribute === undefined ? (type as Dtype) : null,
    typeAttribute: attribute === "type" ? type : null,
    numberAttribute: count ?? null,
    typeListAttribute: attribute === "list(type)" ? type : null,
    isReference: reference !== undefined,
  };
}
