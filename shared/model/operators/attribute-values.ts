import type { Dtype } from "../../ports/tensor.ts";
import type { Attribute } from "../graph.ts";
import type { AttributeDefinition } from "./catalogue.ts";

const utf8 = new TextDecoder();

/** The dtypes or strings of an attribute, as the catalogue's lists of allowed values name them; others have none. */
export function namedValues(attribute: Attribute | undefined): readonly string[] {
  if (attribute === undefined) return [];
  if (attribute.kind === "list") return attribute.value.flatMap(namedValues);
  if (attribute.kind === "dtype") return [attribute.value];
  if (attribute.kind === "string") return [utf8.decode(attribute.value)];
  return [];
}

/** What TensorFlow fills in for an attribute that a node leaves out, where it says how many tensors of which type. */
export function defaultValue({ type, byDefault }: AttributeDefinition): Attribute | undefined {
  if (byDefault === null) return undefined;
  if (type === "type") return dtypeValue(byDefault as Dtype);
  if (type === "int") return { kind: "int", value: BigInt(byDefault) };
  if (type === "list(type)") return { kind: "list", value: (JSON.parse(byDefault) as Dtype[]).map(dtypeValue) };
  return undefined;
}

function dtypeValue(value: Dtype): Attribute {
  return { kind: "dtype", value };
}

/** Whether an attribute only repeats what TensorFlow would fill in; shapes, tensors and functions count as meant. */
export function isDefault(value: Attribute | undefined, { byDefault }: AttributeDefinition): boolean {
  return value !== undefined && byDefault !== null && equals(value, byDefault);
}

function equals(value: Attribute, written: string): boolean {
  switch (value.kind) {
    case "string":
      return utf8.decode(value.value) === written;
    case "float":
      return Math.fround(value.value) === Math.fround(Number(written));
    case "int":
    case "bool":
    case "dtype":
      return String(value.value) === written;
    case "list": {
      const items: readonly unknown[] = JSON.parse(written);
      return (
        items.length === value.value.length && value.value.every((item, place) => equals(item, String(items[place])))
      );
    }
    default:
      return false;
  }
}
