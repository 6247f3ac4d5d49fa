import { type Attributes, lazyAttributes } from "./attributes.ts";
import { dtypeOf } from "./dtypes.ts";
import type { FunctionArgument } from "./graph.ts";
import { pushRange } from "./protobuf/decode.ts";
import { type Lazy, tagsOf } from "./protobuf/descriptors.ts";
import { readName, readNumber, readText } from "./protobuf/scalars.ts";
import { readInt32, readPayloadEnd, readTag, skipField, type Wire } from "./protobuf/wire.ts";

/** All of a function but its name, its nodes still unread. */
export interface FunctionBody extends Attributes {
  readonly inputs: readonly FunctionArgument[];
  readonly outputs: readonly FunctionArgument[];
  readonly returns: ReadonlyMap<string, string>;
  readonly controlReturns: ReadonlyMap<string, string>;
  readonly nodes: Lazy<"NodeDef">;
}

const FUNCTION = tagsOf("FunctionDef");
const OPERATOR = tagsOf("OpDef");
const ARGUMENT = tagsOf("OpDef.ArgDef");
/** Of the entries of a map from text to text. */
const KEY = 0x0a;
const VALUE = 0x12;

/** By hand: a library has thousands of functions with dozens of arguments each, and most are never called. */
export function readBody({ wire, ranges }: Lazy<"FunctionDef">): FunctionBody {
  const nodes: number[] = [];
  const attributes: number[] = [];
  const inputs: FunctionArgument[] = [];
  const outputs: FunctionArgument[] = [];
  const returns = new Map<string, string>();
  const controlReturns = new Map<string, string>();
  for (let at = 0; at < ranges.length; at += 2) {
    const last = ranges[at + 1]!;
    wire.at = ranges[at]!;
    while (wire.at < last) {
      const tag = readTag(wire, last);
      if (tag === FUNCTION.node_def) pushRange(wire, readPayloadEnd(wire, last), nodes);
      else if (tag === FUNCTION.attr) pushRange(wire, readPayloadEnd(wire, last), attributes);
      else if (tag === FUNCTION.signature) readArguments(wire, readPayloadEnd(wire, last), [inputs, outputs]);
      else if (tag === FUNCTION.ret) readEntry(wire, readPayloadEnd(wire, last), returns);
      else if (tag === FUNCTION.control_ret) readEntry(wire, readPayloadEnd(wire, last), controlReturns);
      else skipField(wire, last, tag);
    }
  }
  const read = lazyAttributes({ wire, ranges: attributes });
  return { inputs, outputs, returns, controlReturns, nodes: { wire, ranges: nodes }, ...read };
}

type Sides = readonly [inputs: FunctionArgument[], outputs: FunctionArgument[]];

function readArguments(wire: Wire, end: number, [inputs, outputs]: Sides): void {
  while (wire.at < end) {
    const tag = readTag(wire, end);
    if (tag === OPERATOR.input_arg) inputs.push(readArgument(wire, readPayloadEnd(wire, end)));
    else if (tag === OPERATOR.output_arg) outputs.push(readArgument(wire, readPayloadEnd(wire, end)));
    else skipField(wire, end, tag);
  }
}

function readArgument(wire: Wire, end: number): FunctionArgument {
  let name = "";
  let type = 0;
  let typeAttribute = "";
  let numberAttribute = "";
  let typeListAttribute = "";
  let isReference = false;
  while (wire.at < end) {
    const tag = readTag(wire, end);
    if (tag === ARGUMENT.name) name = readName(wire, readPayloadEnd(wire, end));
    else if (tag === ARGUMENT.type) type = readInt32(wire, end);
    else if (tag === ARGUMENT.type_attr) typeAttribute = readText(wire, readPayloadEnd(wire, end));
    else if (tag === ARGUMENT.number_attr) numberAttribute = readText(wire, readPayloadEnd(wire, end));
    else if (tag === ARGUMENT.type_list_attr) typeListAttribute = readText(wire, readPayloadEnd(wire, end));
    else if (tag === ARGUMENT.is_ref) isReference = readNumber(wire, end, "bool") === true;
    else skipField(wire, end, tag);
  }
  return {
    name,
    dtype: type === 0 ? null : dtypeOf(type),
    typeAttribute: typeAttribute || null,
    numberAttribute: numberAttribute || null,
    typeListAttribute: typeListAttribute || null,
    isReference,
  };
}

/** The later of two entries of a key counts. */
function readEntry(wire: Wire, end: number, entries: Map<string, string>): void {
  let key = "";
  let value = "";
  while (wire.at < end) {
    const tag = readTag(wire, end);
    if (tag === KEY) key = readName(wire, readPayloadEnd(wire, end));
    else if (tag === VALUE) value = readName(wire, readPayloadEnd(wire, end));
    else skipField(wire, end, tag);
  }
  entries.set(key, value);
}
