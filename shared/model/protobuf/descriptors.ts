import { CHECKPOINT_MESSAGES } from "./checkpoint-messages.ts";
import type { EnumName } from "./enums.ts";
import { GRAPH_MESSAGES } from "./graph-messages.ts";
import { OBJECT_MESSAGES } from "./object-messages.ts";
import { SAVED_MODEL_MESSAGES } from "./saved-model-messages.ts";
import type { Wire } from "./wire.ts";

/**
 * The one description of TensorFlow's messages, from its own .proto files: it serves the wire reader, the text reader
 * and the types of what they return. A field is [number, kind, rule, "lazy"]; a lazy one is checked with the rest and
 * decoded when asked for.
 */
const MESSAGES = { ...GRAPH_MESSAGES, ...SAVED_MODEL_MESSAGES, ...OBJECT_MESSAGES, ...CHECKPOINT_MESSAGES };

export type MessageName = keyof typeof MESSAGES;
type Scalar = "string" | "bytes" | "bool" | "float" | "double" | "int32" | "uint32" | "int64" | "uint64";
type RareScalar = "sint64" | "fixed32" | "fixed64";
export type Kind = Scalar | RareScalar | `enum ${EnumName}` | MessageName;
type Rule = "single" | "oneof" | "repeated" | "map" | "map uint32" | "map fixed64";

export interface Field {
  readonly name: string;
  readonly number: number;
  readonly kind: Kind;
  readonly rule: Rule;
  /** A list or a map. */
  readonly isMany: boolean;
  readonly lazy: boolean;
  readonly wireType: number;
  /** Numbers in a row may be written as one run of bytes, whatever the rule of the writer's version was. */
  readonly packable: boolean;
  /** What the payload holds: a message, or an entry with a key and a value for a map. */
  readonly message: Descriptor | null;
}

export interface Descriptor {
  readonly name: string;
  readonly fields: ReadonlyMap<string, Field>;
  readonly byNumber: readonly (Field | undefined)[];
  /** The members of the message's oneof: setting one clears the others. */
  readonly oneof: readonly string[];
  /** A message with every field at its default. */
  readonly blank: Readonly<Record<string, unknown>>;
}

/** Where a message lies, still undecoded; several ranges of a single field merge as protobuf defines. */
export interface Lazy<Name extends MessageName> {
  readonly message?: Name;
  readonly wire: Wire;
  /** Start, end, start, end, … */
  readonly ranges: readonly number[];
}

export type Decoded<Name extends MessageName> = {
  readonly [F in keyof (typeof MESSAGES)[Name]]: FieldValue<(typeof MESSAGES)[Name][F]>;
};

type FieldValue<F> = F extends readonly [number, infer K extends MessageName, string, "lazy"]
  ? Lazy<K> | undefined
  : F extends readonly [number, infer K, infer R]
    ? R extends "repeated"
      ? readonly KindValue<K>[]
      : R extends "map"
        ? ReadonlyMap<string, KindValue<K>>
        : KindValue<K> | undefined
    : F extends readonly [number, infer K extends MessageName]
      ? Decoded<K> | undefined
      : F extends readonly [number, infer K]
        ? KindValue<K>
        : never;

type KindValue<K> = K extends MessageName
  ? Decoded<K>
  : K extends "string"
    ? string
    : K extends "bytes"
      ? Uint8Array
      : K extends "bool"
        ? boolean
        : K extends "int64" | "uint64" | "sint64" | "fixed64"
          ? bigint
          : number;

type FieldShape = readonly [number, Kind, Rule?, "lazy"?];

const WIRE_TYPES: Readonly<Record<Scalar | RareScalar, number>> = {
  string: 2,
  bytes: 2,
  bool: 0,
  float: 5,
  double: 1,
  int32: 0,
  uint32: 0,
  int64: 0,
  uint64: 0,
  sint64: 0,
  fixed32: 5,
  fixed64: 1,
};

const known = new Map<string, Descriptor>();

export function descriptorOf(name: MessageName): Descriptor {
  return known.get(name) ?? compile(name, MESSAGES[name]);
}

/** What each field of a message begins with on the wire, for a reader that is written by hand. */
export function tagsOf<Name extends MessageName>(name: Name): Readonly<Record<keyof Decoded<Name>, number>> {
  const fields = [...descriptorOf(name).fields.values()];
  return Object.fromEntries(fields.map((field) => [field.name, field.number * 8 + field.wireType])) as never;
}

export function isMessage(name: string): name is MessageName {
  return Object.hasOwn(MESSAGES, name);
}

function compile(name: string, shapes: Readonly<Record<string, FieldShape>>): Descriptor {
  const fields = new Map<string, Field>();
  const byNumber: (Field | undefined)[] = [];
  const descriptor = { name, fields, byNumber, oneof: [] as string[], blank: {} as Record<string, unknown> };
  known.set(name, descriptor); // before its fields: messages hold each other
  for (const [field, shape] of Object.entries(shapes)) {
    const compiled = compileField(name, field, shape);
    fields.set(field, compiled);
    byNumber[compiled.number] = compiled;
    if (compiled.rule === "oneof") descriptor.oneof.push(field);
    descriptor.blank[field] = blankOf(compiled);
  }
  return descriptor;
}

function compileField(owner: string, name: string, shape: FieldShape): Field {
  const [number, kind, rule = "single", lazy] = shape;
  const message = rule.startsWith("map") ? entryOf(`${owner}.${name}`, kind, rule) : messageOf(kind);
  const wireType = message !== null ? 2 : kind.startsWith("enum ") ? 0 : WIRE_TYPES[kind as Scalar];
  return {
    name,
    number,
    kind,
    rule,
    isMany: rule !== "single" && rule !== "oneof",
    lazy: lazy === "lazy",
    wireType,
    packable: rule === "repeated" && wireType !== 2,
    message,
  };
}

function messageOf(kind: Kind): Descriptor | null {
  return isMessage(kind) ? descriptorOf(kind) : null;
}

function entryOf(name: string, kind: Kind, rule: Rule): Descriptor {
  const key = rule === "map" ? "string" : (rule.slice("map ".length) as Kind);
  return compile(name, { key: [1, key], value: [2, kind] });
}

function blankOf({ kind, rule, lazy, message }: Field): unknown {
  if (lazy || rule === "oneof") return undefined;
  if (rule === "repeated") return [];
  if (rule.startsWith("map")) return new Map();
  if (message !== null) return undefined;
  if (kind === "string") return "";
  if (kind === "bytes") return new Uint8Array(0);
  if (kind === "bool") return false;
  return kind.endsWith("64") ? 0n : 0;
}
