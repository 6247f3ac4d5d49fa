import type { Dtype } from "../../ports/tensor.ts";
import type { Attribute } from "../graph.ts";
import { operatorDefinition } from "../operators/catalogue.ts";
import { isNote, type Values } from "./attributes.ts";
import { type Problem, shown } from "./findings.ts";
import type { Library } from "./library.ts";
import { dtypeList, type Tensors, tensorAt } from "./tensors.ts";

/** How an operator states the types that it hands to a function, and those that it takes back. */
interface CallShape {
  readonly callees: readonly string[];
  readonly inputs: string;
  readonly outputs?: string;
}

interface Calls {
  readonly calls: readonly number[];
  readonly problems: readonly Problem[];
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
export function judgeCalls(op: string, values: Values, library: Library): Calls {
  const calls: number[] = [];
  const problems: Problem[] = [];
  const called = library.callee(op);
  if (called !== undefined) calls.push(called.place);
  for (const [attribute, value] of values) {
    for (const name of functionNames(value)) {
      const callee = library.callee(name);
      if (callee !== undefined) calls.push(callee.place);
      else if (isMissing(name, attribute)) problems.push(missing(`${op}: ${attribute}`, name));
    }
  }
  for (const shape of CALL_SHAPES.get(op) ?? []) problems.push(...shapeProblems(op, shape, { values, library }));
  return { calls, problems };
}

const NONE: readonly string[] = [];

function functionNames(value: Attribute | undefined): readonly string[] {
  if (value?.kind === "function") return [value.value.name];
  if (value?.kind !== "list" || !value.value.some(({ kind }) => kind === "function")) return NONE;
  return value.value.flatMap(functionNames);
}

/** An operator's name stands for a function that runs it alone, as gradients of TensorFlow 1 do. */
function isMissing(name: string, attribute: string): boolean {
  return name !== "" && !isNote(attribute) && operatorDefinition(name) === undefined;
}

function missing(start: string, name: string): Problem {
  const message = `${start} names the function "${shown(name)}", which the graph's library lacks`;
  return { rule: "unknown-function", message };
}

interface Call {
  readonly values: Values;
  readonly library: Library;
}

function shapeProblems(op: string, { callees, inputs, outputs }: CallShape, call: Call): readonly Problem[] {
  const { values, library } = call;
  const given = dtypeList(values.get(inputs));
  const taken = outputs === undefined ? null : dtypeList(values.get(outputs));
  return callees
    .flatMap((attribute) => functionNames(values.get(attribute)))
    .flatMap((name) => {
      const callee = library.callee(name);
      if (callee === undefined) return [];
      const start = `${op}: the function "${shown(name)}"`;
      return [
        ...mismatch(`${start} takes`, given, callee.takes),
        ...mismatch(`${start} returns`, taken, callee.returns),
      ];
    });
}

function mismatch(start: string, said: readonly Dtype[] | null, tensors: Tensors | null): readonly Problem[] {
  if (said === null || tensors === null || isSame(said, tensors)) return [];
  const dtypes = tensors.runs.slice(0, SHOWN_TYPES + 1).map((_, index) => tensorAt(tensors, index)!.dtype);
  return [{ rule: "call", message: `${start} (${listed(dtypes)}), but the call says (${listed(said)})` }];
}

function isSame(said: readonly Dtype[], tensors: Tensors): boolean {
  return said.length === tensors.count && said.every((dtype, index) => tensorAt(tensors, index)?.dtype === dtype);
}

const SHOWN_TYPES = 8;

function listed(dtypes: readonly (Dtype | null)[]): string {
  return [...dtypes.slice(0, SHOWN_TYPES), ...(dtypes.length > SHOWN_TYPES ? ["…"] : [])].join(", ");
}
