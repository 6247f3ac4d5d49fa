import type { Descriptor, FieldDescriptor } from "./descriptor.ts";
import { lookUp } from "./descriptors.ts";
import { isScalar, type Scalar } from "./scalars.ts";

/** A message as its codec sees it. */
export interface MessageType {
  readonly name: string;
  readonly byId: ReadonlyMap<number, Field>;
  /** By the name in camelCase and, where it differs, the name in the .proto file. */
  readonly byName: ReadonlyMap<string, Field>;
}

export interface Field {
  readonly id: number;
  /** In camelCase. */
  readonly name: string;
  readonly isRepeated: boolean;
  readonly key: Scalar | null;
  readonly value: FieldValue;
  /** The other fields of its oneof: what is set last is set alone. */
  readonly rivals: readonly string[];
}

export type FieldValue =
  | { readonly kind: "scalar"; readonly scalar: Scalar }
  | {
      readonly kind: "enum";
      readonly numbers: ReadonlyMap<string, number>;
      readonly names: ReadonlyMap<number, string>;
    }
  | { readonly kind: "message"; readonly type: () => MessageType };

const known = new Map<string, MessageType>();

/** The message of that full name. Most of the hundreds that there are, nobody ever asks for. */
export function messageType(name: string): MessageType {
  const found = findMessageType(name);
  if (found === null) throw new Error(`There is no message ${name}.`);
  return found;
}

export function findMessageType(name: string): MessageType | null {
  const made = known.get(name);
  if (made !== undefined) return made;
  const descriptor = lookUp(name)?.descriptor;
  if (descriptor?.fields === undefined) return null;
  const fresh = typeOf(name, descriptor);
  known.set(name, fresh);
  return fresh;
}

function typeOf(name: string, descriptor: Descriptor): MessageType {
  const oneofs = Object.values(descriptor.oneofs ?? {}).map(({ oneof }) => oneof);
  const fields = Object.entries(descriptor.fields!).map(([member, field]): Field => {
    const rivals = oneofs.find((names) => names.includes(member))?.filter((other) => other !== member) ?? [];
    return { ...fieldOf(field, name), name: member, rivals };
  });
  return {
    name,
    byId: new Map(fields.map((field) => [field.id, field])),
    byName: new Map(fields.flatMap((field) => [[field.name, field] as const, [snakeCase(field.name), field] as const])),
  };
}

function fieldOf({ id, rule, keyType, type }: FieldDescriptor, scope: string): Omit<Field, "name" | "rivals"> {
  const key = keyType === undefined ? null : (keyType as Scalar);
  return { id, isRepeated: rule === "repeated", key, value: fieldValue(type, scope) };
}

function fieldValue(type: string, scope: string): FieldValue {
  if (isScalar(type)) return { kind: "scalar", scalar: type };
  const found = lookUp(type, scope);
  if (found === null) throw new Error(`There is no type ${type} in ${scope}.`);
  const { values } = found.descriptor;
  if (values === undefined) return { kind: "message", type: () => messageType(found.name) };
  const pairs = Object.entries(values);
  const names = new Map(pairs.map(([name, number]) => [number, name]));
  return { kind: "enum", numbers: new Map(pairs), names };
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
