import type { GraphSignature, SignatureTensor } from "../../model/graph.ts";
import { BYTES } from "../../model/protobuf/wire.ts";
import {
  closePayload,
  openPayload,
  type WireWriter,
  wireWriter,
  writeBytes,
  writeTag,
  writeVarint,
  writtenBytes,
} from "../../model/protobuf/wire-writer.ts";
import { enumeratorOf } from "./tensor-scope.ts";

/**
 * With a tensor of strings the addon releases the strings too, and those that a model gives out may be a constant's or
 * a variable's: the next call would find them empty. So each output is joined with nothing, which makes a copy. What
 * is nothing is fed, or TensorFlow would compute the copy once and keep it.
 */
export interface OwnStrings {
  /** An encoded GraphDef, for the model's graph. */
  readonly graph: Uint8Array;
  /** The tensor that is fed an empty string. */
  readonly nothing: string;
  /** Which tensor to fetch in place of which. */
  readonly copies: ReadonlyMap<string, string>;
}

const SCOPE = "model_release";
const NOTHING = `${SCOPE}/nothing`;
const FIELD = { node: 1, name: 1, op: 2, input: 3, attribute: 5, key: 1, value: 2, int: 3, type: 6 } as const;
const VARINT = 0;

/** Null for a signature that gives out no strings. */
export function ownStrings({ outputs }: GraphSignature): OwnStrings | null {
  const tensors = [...new Set(outputs.filter(({ dtype }) => dtype === "string").map(tensorName))];
  if (tensors.length === 0) return null;
  const writer = wireWriter(256 * (tensors.length + 1));
  writeNode(writer, { name: NOTHING, op: "Placeholder", inputs: [] }, ["dtype", FIELD.type, enumeratorOf("string")]);
  for (const [index, tensor] of tensors.entries()) {
    const node = { name: copyName(index), op: "StringJoin", inputs: [tensor, NOTHING] };
    writeNode(writer, node, ["N", FIELD.int, node.inputs.length]);
  }
  const copies = new Map(tensors.map((tensor, index) => [tensor, `${copyName(index)}:0`]));
  return { graph: writtenBytes(writer), nothing: `${NOTHING}:0`, copies };
}

export function tensorName({ tensors }: SignatureTensor): string {
  return tensors[0]!;
}

function copyName(index: number): string {
  return `${SCOPE}/strings_${index}`;
}

interface Node {
  readonly name: string;
  readonly op: string;
  readonly inputs: readonly string[];
}

type NumberAttribute = readonly [name: string, field: number, value: number];

function writeNode(writer: WireWriter, { name, op, inputs }: Node, [key, field, value]: NumberAttribute): void {
  within(writer, FIELD.node, () => {
    writeText(writer, FIELD.name, name);
    writeText(writer, FIELD.op, op);
    for (const input of inputs) writeText(writer, FIELD.input, input);
    within(writer, FIELD.attribute, () => {
      writeText(writer, FIELD.key, key);
      within(writer, FIELD.value, () => {
        writeTag(writer, field, VARINT);
        writeVarint(writer, BigInt(value));
      });
    });
  });
}

function within(writer: WireWriter, field: number, write: () => void): void {
  writeTag(writer, field, BYTES);
  const start = openPayload(writer);
  write();
  closePayload(writer, start);
}

function writeText(writer: WireWriter, field: number, text: string): void {
  writeTag(writer, field, BYTES);
  writeBytes(writer, new TextEncoder().encode(text));
}
