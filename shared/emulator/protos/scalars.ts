import { readInt32, readPayloadEnd, readUint64, skipFixed, VARINT, type Wire } from "../../model/protobuf/wire.ts";
import { type WireWriter, writeBytes, writeFixed, writeVarint } from "../../model/protobuf/wire-writer.ts";
import { misfit } from "./misfit.ts";

export type Scalar = keyof typeof CODECS;

interface ScalarCodec {
  readonly wireType: number;
  read(wire: Wire, end: number): Plain;
  write(writer: WireWriter, value: unknown, name: string): void;
}

type Plain = boolean | number | string;

const FIXED_64 = 1;
const BYTES = 2;
const FIXED_32 = 5;
const INT32 = [-(2n ** 31n), 2n ** 31n - 1n] as const;
const UINT32 = [0n, 2n ** 32n - 1n] as const;
const INT64 = [-(2n ** 63n), 2n ** 63n - 1n] as const;
const UINT64 = [0n, 2n ** 64n - 1n] as const;

/** The types of which Vertex AI's messages are made. */
const CODECS = {
  double: floating(8, (view) => view.getFloat64(0, true)),
  float: floating(4, (view) => view.getFloat32(0, true)),
  int32: integer(readInt32, INT32),
  uint32: integer((wire, end) => readInt32(wire, end) >>> 0, UINT32),
  int64: integer((wire, end) => String(BigInt.asIntN(64, readUint64(wire, end))), INT64),
  uint64: integer((wire, end) => String(readUint64(wire, end)), UINT64),
  bool: {
    wireType: VARINT,
    read: (wire, end) => readUint64(wire, end) !== 0n,
    write(writer, value, name) {
      if (typeof value !== "boolean") throw misfit(name, value, "true or false");
      writeVarint(writer, value ? 1n : 0n);
    },
  },
  string: {
    wireType: BYTES,
    read: (wire, end) => payload(wire, end).toString("utf8"),
    write(writer, value, name) {
      if (typeof value !== "string") throw misfit(name, value, "a text");
      writeBytes(writer, Buffer.from(value, "utf8"));
    },
  },
  bytes: {
    wireType: BYTES,
    read: (wire, end) => payload(wire, end).toString("base64"),
    write(writer, value, name) {
      if (typeof value !== "string") throw misfit(name, value, "bytes in base64");
      writeBytes(writer, Buffer.from(value, "base64"));
    },
  },
} as const satisfies Record<string, ScalarCodec>;

export function isScalar(type: string): type is Scalar {
  return Object.hasOwn(CODECS, type);
}

export function scalarCodec(scalar: Scalar): ScalarCodec {
  return CODECS[scalar];
}

function payload(wire: Wire, end: number): Buffer {
  const until = readPayloadEnd(wire, end);
  const bytes = wire.text.subarray(wire.at, until);
  wire.at = until;
  return bytes;
}

function floating(size: 4 | 8, get: (view: DataView) => number): ScalarCodec {
  return {
    wireType: size === 8 ? FIXED_64 : FIXED_32,
    read(wire, end) {
      const view = new DataView(wire.bytes.buffer, wire.bytes.byteOffset + wire.at, Math.min(size, end - wire.at));
      skipFixed(wire, end, size);
      return get(view);
    },
    write(writer, value, name) {
      const number = typeof value === "string" ? namedNumber(value, name) : value;
      if (typeof number !== "number") throw misfit(name, value, "a number");
      writeFixed(writer, size, (view) =>
        size === 8 ? view.setFloat64(0, number, true) : view.setFloat32(0, number, true),
      );
    },
  };
}

function namedNumber(text: string, name: string): number {
  const number = Number(text);
  if (text.trim() === "" || (Number.isNaN(number) && text !== "NaN")) throw misfit(name, text, "a number");
  return number;
}

function integer(read: ScalarCodec["read"], [least, most]: readonly [bigint, bigint]): ScalarCodec {
  return {
    wireType: VARINT,
    read,
    write(writer, value, name) {
      const isWhole = typeof value === "number" ? Number.isInteger(value) : /^-?\d{1,20}$/.test(String(value));
      if (!isWhole || typeof value === "boolean") throw misfit(name, value, "a whole number");
      const whole = BigInt(value as number | string);
      if (whole < least || whole > most) throw misfit(name, value, "a number within its range");
      writeVarint(writer, whole);
    },
  };
}
