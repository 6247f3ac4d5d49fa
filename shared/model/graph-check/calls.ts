import type { Dtype } from "../../ports/tensor.ts";
import type { Attribute, FunctionArgument, FunctionDefinition, GraphNode } from "../graph.ts";
import { operatorDefinition } from "../operators/catalogue.ts";
import type { BodyContext } from "./context.ts";
import { shown } from "./findings.ts";
import { dtypeList } from "./tensors.ts";

type Values = ReadonlyMap<string, Attribute | undefined>;

/** How an operator states the types that it hands to a function, and those that it takes back. */
interface CallShape {
  readonly callees: readonly string[];
  readonly inputs: string;
  readonly outputs?: string;
}

const CALL: CallShape = { callees: ["f"], inputs: "Tin", outputs: "Tout" };
const BRANCHES: CallShape = { callees: ["then_branch", "else_branch", "branches"], inputs: "Tin", outputs: "Tout" };
const LOOP: readonly CallShape[] = [
  { callees: ["cond"], inputs: "T" },
  { callees: ["body"], inputs: "T", outputs: "T" },
];

const CALL_SHAPES: ReadonlyMap<string, readonly CallShape[]> = new Map([
  ["PartitionedCall", [CALL]],
  ["StatefulPartitionedCall", [CALL]],
  ["If", [BRANCHES]],
  ["StatelessIf", [BRANCHES]],
  ["Case", [BRANCHES]],
  ["StatelessCase", [BRANCHES]],
  ["While", LOOP],
  ["StatelessWhile", LOOP],
]);

/** Every function that a node calls or hands on exists, and takes and gives what the node says. */
export function checkCalls(node: GraphNode, values: Values, body: BodyContext): void {
  body.calls(node.op);
  for (const [attribute, value] of values) {
    for (const name of functionNames(value)) checkExists({ node, attribute, name }, body);
  }
  for (const { callees, inputs, outputs } of CALL_SHAPES.get(node.op) ?? []) {
    const wanted = { inputs: dtypeList(values.get(inputs)), outputs: outputs ? dtypeList(values.get(outputs)) : null };
    for (const callee of callees.flatMap((attribute) => functionNames(values.get(attribute)))) {
      checkShape({ node, callee, ...wanted }, body);
    }
  }
}

function functionNames(value: Attribute | undefined): readonly string[] {
  if (value?.kind === "function") return [value.value.name];
  return value?.kind === "list" ? value.value.flatMap(functionNames) : [];
}

interface Mention {
  readonly node: GraphNode;
  readonly attribute: string;
  readonly name: string;
}

/** An operator's name stands for a function that runs it alone, as gradients of TensorFlow 1 do. */
function checkExists({ node, attribute, name }: Mention, body: BodyContext): void {
  if (body.library.places.has(name)) body.calls(name);
  else if (name !== "" && !attribute.startsWith("_") && operatorDefinition(name) === undefined) {
    const message = `${node.op}: ${attribute} names the function "${shown(name)}", which the graph's library lacks`;
    body.findings.add("unknown-function", body.prefix + node.name, message);
  }
}

interface Call {
  readonly node: GraphNode;
  readonly callee: string;
  readonly inputs: readonly Dtype[] | null;
  readonly outputs: readonly Dtype[] | null;
}

function checkShape({ node, callee, inputs, outputs }: Call, body: BodyContext): void {
  const place = body.library.places.get(callee);
  if (place === undefined) return;
  const definition: FunctionDefinition = body.library.functions[place]!;
  for (const [direction, given, wanted] of [
    ["takes", inputs, plainDtypes(definition.inputs)],
    ["returns", outputs, plainDtypes(definition.outputs)],
  ] as const) {
    if (given === null || wanted === null || isSame(given, wanted)) continue;
    const message = `${node.op}: the function "${shown(callee)}" ${direction} (${listed(wanted)}), but the call says (${listed(given)})`;
    body.findings.add("call", body.prefix + node.name, message);
  }
}

/** null where a function is generic: its types depend on the call. */
function plainDtypes(args: readonly FunctionArgument[]): readonly Dtype[] | null {
  const dtypes = args.flatMap(({ dtype, numberAttribute }) =>
    dtype === null || numberAttribute !== null ? [] : [dtype],
  );
  return dtypes.length === args.length ? dtypes : null;
}

function isSame(left: readonly Dtype[], right: readonly Dtype[]): boolean {
  return left.length === right.length && left.every((dtype, index) => dtype === right[index]);
}

const SHOWN_TYPES = 8;

function listed(dtypes: readonly Dtype[]): string {
  return [...dtypes.slice(0, SHOWN_TYPES), ...(dtypes.length > SHOWN_TYPES ? ["…"] : [])].join(", ");
}
