import { readBody } from "./function-body.ts";
import type { FunctionDefinition } from "./graph.ts";
import type { NodeBudget } from "./nodes/budget.ts";
import { nodesOf } from "./nodes/nodes.ts";
import { tableAt } from "./nodes/table.ts";
import { once } from "./once.ts";
import { type Lazy, tagsOf } from "./protobuf/descriptors.ts";
import { readText } from "./protobuf/scalars.ts";
import { readPayloadEnd, readTag, skipField, type Wire } from "./protobuf/wire.ts";

/** What a function is known by before anybody looks into it. */
interface Outline {
  readonly name: string;
  readonly nodeCount: number;
}

const FUNCTION = tagsOf("FunctionDef");
const OPERATOR = tagsOf("OpDef");
/** Before anybody looks into it, a function takes the memory of so many nodes. */
const FUNCTION_WEIGHT = 8;

/** Bodies are read when they are first looked at: Keras leaves thousands of functions that no signature calls. */
export function readFunctions(
  lazy: Lazy<"FunctionDef"> | undefined,
  budget: NodeBudget,
): readonly FunctionDefinition[] {
  const functions: FunctionDefinition[] = [];
  const { wire, ranges } = lazy ?? { wire: null, ranges: [] };
  for (let at = 0; wire !== null && at < ranges.length; at += 2) {
    const { name, nodeCount } = readOutline(wire, ranges[at]!, ranges[at + 1]!);
    budget.take(FUNCTION_WEIGHT + nodeCount);
    functions.push(functionOf(name, { wire, ranges: ranges.slice(at, at + 2) }));
  }
  return functions;
}

function functionOf(name: string, lazy: Lazy<"FunctionDef">): FunctionDefinition {
  const body = once(() => readBody(lazy));
  const table = once(() => tableAt(body().nodes));
  const nodes = once(() => nodesOf(table()));
  return {
    name,
    get inputs() {
      return body().inputs;
    },
    get outputs() {
      return body().outputs;
    },
    get nodes() {
      return nodes();
    },
    get table() {
      return table();
    },
    get returns() {
      return body().returns;
    },
    get controlReturns() {
      return body().controlReturns;
    },
    get attributeNames() {
      return body().attributeNames;
    },
    attribute: (key) => body().attribute(key),
  };
}

function readOutline(wire: Wire, start: number, end: number): Outline {
  let name = "";
  let nodeCount = 0;
  wire.at = start;
  while (wire.at < end) {
    const tag = readTag(wire, end);
    if (tag === FUNCTION.signature) name = readName(wire, readPayloadEnd(wire, end), name);
    else skipField(wire, end, tag);
    if (tag === FUNCTION.node_def) nodeCount++;
  }
  return { name, nodeCount };
}

function readName(wire: Wire, end: number, before: string): string {
  let name = before;
  while (wire.at < end) {
    const tag = readTag(wire, end);
    if (tag === OPERATOR.name) name = readText(wire, readPayloadEnd(wire, end));
    else skipField(wire, end, tag);
  }
  return name;
}
