import { describe, expect, test } from "vitest";
import { decode } from "../../../../shared/emulator/protos/decode.ts";
import { encode } from "../../../../shared/emulator/protos/encode.ts";
import type { Message } from "../../../../shared/emulator/protos/json.ts";
import { messageType } from "../../../../shared/emulator/protos/message-type.ts";

const PACKAGE = "google.cloud.aiplatform.v1";
const ENDPOINT = messageType(`${PACKAGE}.Endpoint`);
const PREDICT = messageType(`${PACKAGE}.PredictRequest`);
const OPERATION = messageType("google.longrunning.Operation");
const UPDATE = messageType(`${PACKAGE}.UpdateEndpointRequest`);

function again(type: typeof ENDPOINT, message: Message): Message {
  return decode(type, encode(type, message));
}

describe("a message comes back as it was written", () => {
  test.each<[string, typeof ENDPOINT, Message]>([
    ["nothing", ENDPOINT, {}],
    [
      "texts, maps and times",
      ENDPOINT,
      { name: "é", labels: { a: "b" }, trafficSplit: { 1: 0, 2: 100 }, createTime: "2026-07-01T12:00:00.000001Z" },
    ],
    ["messages in a list", ENDPOINT, { deployedModels: [{ id: "1", dedicatedResources: { minReplicaCount: 2 } }, {}] }],
    [
      "an enumerator",
      ENDPOINT,
      { deployedModels: [{ dedicatedResources: { machineSpec: { acceleratorType: "NVIDIA_TESLA_T4" } } }] },
    ],
    ["a mask", UPDATE, { updateMask: "trafficSplit,dedicatedResources.minReplicaCount" }],
    ["values of every kind", PREDICT, { instances: [null, true, 1.5, "x", [1, [2]], { a: { b: [] } }] }],
    ["numbers that are not finite", PREDICT, { instances: [Number.NaN, Number.POSITIVE_INFINITY] }],
    [
      "a message of any type",
      OPERATION,
      { name: "o", response: { "@type": `type.googleapis.com/${PACKAGE}.Endpoint`, name: "e" } },
    ],
    ["an empty one of any type", OPERATION, { response: { "@type": "type.googleapis.com/google.protobuf.Empty" } }],
    [
      "keys that JavaScript has its own idea of",
      PREDICT,
      { instances: [JSON.parse('{"__proto__": 1, "constructor": 2}')] },
    ],
  ])("%s", (_, type, message) => expect(again(type, message)).toEqual(message));

  test("64-bit integers are texts, written as either", () => {
    const metadata = messageType(`${PACKAGE}.UploadModelResponse`);
    expect(again(metadata, { modelVersionId: "1" })).toEqual({ modelVersionId: "1" });
    const exact = messageType("google.protobuf.Int64Value");
    expect(again(exact, { value: "9223372036854775807" })).toEqual({ value: "9223372036854775807" });
    expect(again(exact, { value: -1 })).toEqual({ value: "-1" });
  });

  test("names of the .proto file are taken as well", () => {
    expect(again(ENDPOINT, { display_name: "d" })).toEqual({ displayName: "d" });
  });
});

describe("what does not fit is refused by its field", () => {
  test.each<[string, Message, RegExp]>([
    ["an unknown member", { displayNam: "d" }, /displayNam/],
    ["an unknown member inside", { deployedModels: [{ ident: "1" }] }, /"ident" at 'deployedModels'/],
    ["a text for a map", { labels: "a" }, /labels/],
    ["a number for a text", { name: 1 }, /name/],
    ["a list for one message", { encryptionSpec: [] }, /encryptionSpec/],
    ["one message for a list", { deployedModels: {} }, /deployedModels/],
    ["a fraction for an integer", { trafficSplit: { a: 1.5 } }, /trafficSplit\.a/],
    ["2^31 for 32 bits", { trafficSplit: { a: 2 ** 31 } }, /trafficSplit\.a/],
    ["a time that is none", { createTime: "yesterday" }, /createTime/],
    [
      "an enumerator that there is not",
      { deployedModels: [{ dedicatedResources: { machineSpec: { acceleratorType: "ABACUS" } } }] },
      /acceleratorType/,
    ],
  ])("%s", (_, message, field) => expect(() => encode(ENDPOINT, message)).toThrow(field));

  test("a value that is nested beyond measure", () => {
    let value: Message = {};
    for (let depth = 0; depth < 5000; depth += 1) value = { a: value };
    expect(() => encode(PREDICT, { instances: [value] })).toThrow(/nested/);
  });
});

describe("hostile bytes", () => {
  test.each([
    ["a length beyond the end", [0x0a, 0x7f]],
    ["a number without end", [0x28, ...Array.from({ length: 11 }, () => 0xff)]],
    ["a tag that is cut off", [0x80]],
    ["field number 0", [0x02, 0x00]],
    ["a group that does not end", [0x0b]],
    ["wire type 7", [0x0f]],
  ])("%s are refused", (_, bytes) => {
    expect(() => decode(ENDPOINT, Uint8Array.from(bytes))).toThrow(/could not be decoded/);
  });

  test("hundreds of levels are refused, and overflow no stack", () => {
    let bytes = Buffer.alloc(0);
    // A list in a list in a list: every level is two messages.
    for (let depth = 0; depth < 300; depth += 1) {
      const inner = Buffer.concat([Buffer.from([0x0a]), varint(bytes.length), bytes]);
      bytes = Buffer.concat([Buffer.from([0x32]), varint(inner.length), inner]);
    }
    const instances = Buffer.concat([Buffer.from([0x12]), varint(bytes.length), bytes]);
    expect(() => decode(PREDICT, instances)).toThrow(/nested/);
  });

  test("fields that nobody knows, and fields of another type, are passed over", () => {
    const bytes = [0x0a, 0x01, 0x65, 0xf8, 0x7f, 0x01, 0x10, 0x05];
    expect(decode(ENDPOINT, Uint8Array.from(bytes))).toEqual({ name: "e" });
  });
});

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest = Math.floor(rest / 128)) bytes.push((rest & 0x7f) | 0x80);
  return Buffer.from([...bytes, rest]);
}
