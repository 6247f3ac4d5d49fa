import { describe, expect, test } from "vitest";
import { decodeEach, parseMessage } from "../../../../shared/model/protobuf/decode.ts";
import type { MessageName } from "../../../../shared/model/protobuf/descriptors.ts";
import { transcodeText } from "../../../../shared/model/protobuf/text.ts";

/** The bytes of several messages, one after the other: to protobuf that is one message with their fields merged. */
function merged(name: MessageName, ...texts: readonly string[]): Uint8Array {
  return Buffer.concat(texts.map((text) => transcodeText(name, Buffer.from(text), "text")));
}

describe("fields given twice merge as protobuf defines", () => {
  test("the last of two numbers wins, lists grow", () => {
    const info = parseMessage(
      "VersionDef",
      merged("VersionDef", "producer: 1 bad_consumers: 2", "producer: 3 bad_consumers: 4"),
      "x",
    );
    expect(info).toEqual({ producer: 3, min_consumer: 0, bad_consumers: [2, 4] });
  });

  test("two messages become one", () => {
    const bytes = merged(
      "MetaGraphDef",
      'meta_info_def { tags: "a" }',
      'meta_info_def { tags: "b" tensorflow_version: "2" }',
    );
    expect(parseMessage("MetaGraphDef", bytes, "x").meta_info_def).toMatchObject({
      tags: ["a", "b"],
      tensorflow_version: "2",
    });
  });

  test("the last member of a oneof wins", () => {
    const info = parseMessage(
      "TensorInfo",
      merged("TensorInfo", 'name: "a"', 'coo_sparse { values_tensor_name: "v" }'),
      "x",
    );
    expect(info).toMatchObject({ name: undefined, coo_sparse: { values_tensor_name: "v" } });
  });

  test("a message of a oneof merges with itself, but not across another member", () => {
    const [first, second, other] = [
      'coo_sparse { values_tensor_name: "v" }',
      'coo_sparse { indices_tensor_name: "i" }',
      'name: "n"',
    ];
    const twice = parseMessage("TensorInfo", merged("TensorInfo", first, second), "x");
    expect(twice.coo_sparse).toMatchObject({ values_tensor_name: "v", indices_tensor_name: "i" });
    const across = parseMessage("TensorInfo", merged("TensorInfo", first, other, second), "x");
    expect(across.coo_sparse).toMatchObject({ values_tensor_name: "", indices_tensor_name: "i" });
  });

  test("the last of equal keys wins, whole", () => {
    const entry = (method: string) => `signature_def { key: "k" value { method_name: "${method}" } }`;
    const { signature_def } = parseMessage("MetaGraphDef", merged("MetaGraphDef", entry("a"), entry("b")), "x");
    expect([...signature_def].map(([key, { method_name }]) => [key, method_name])).toEqual([["k", "b"]]);
  });

  test("a map's entry without a value holds the default", () => {
    const bytes = merged("MetaGraphDef", 'signature_def { key: "k" }');
    expect(parseMessage("MetaGraphDef", bytes, "x").signature_def.get("k")).toMatchObject({ method_name: "" });
  });

  test("lazy messages stay apart until they are asked for", () => {
    const bytes = merged("GraphDef", 'node { name: "a" }', 'node { name: "b" }');
    const { node } = parseMessage("GraphDef", bytes, "x");
    expect([...decodeEach("NodeDef", node)].map(({ name }) => name)).toEqual(["a", "b"]);
  });
});

describe("lists of numbers are read in both forms", () => {
  test.each<[string, number[]]>([
    ["one by one", [0x18, 1, 0x18, 2, 0x18, 3]],
    ["as one run", [0x1a, 3, 1, 2, 3]],
    ["mixed", [0x18, 1, 0x1a, 2, 2, 3]],
  ])("%s", (_, bytes) => {
    expect(parseMessage("VersionDef", Uint8Array.from(bytes), "x").bad_consumers).toEqual([1, 2, 3]);
  });

  test("a run that ends within a number is refused", () => {
    expect(() => parseMessage("VersionDef", Uint8Array.from([0x1a, 1, 0x80]), "x")).toThrow(/a number is cut off/);
  });
});

describe("numbers come out as they went in", () => {
  test.each<[string, MessageName, string, Record<string, unknown>]>([
    ["the least int64", "AttrValue", "i: -9223372036854775808", { i: -9223372036854775808n }],
    ["the greatest int64", "AttrValue", "i: 9223372036854775807", { i: 9223372036854775807n }],
    ["a negative int32", "VersionDef", "producer: -5", { producer: -5 }],
    ["a negative sint64", "StructuredValue", "int64_value: -3", { int64_value: -3n }],
    ["a checksum above 2^31", "BundleEntryProto", "crc32c: 4294967295", { crc32c: 4294967295 }],
    ["a float", "AttrValue", "f: 0.5", { f: 0.5 }],
    ["a double", "StructuredValue", "float64_value: 0.1", { float64_value: 0.1 }],
    ["the greatest uint64", "ResourceHandleProto", "hash_code: 18446744073709551615", { hash_code: 2n ** 64n - 1n }],
    ["an enumerator that nobody knows", "AttrValue", "type: 200", { type: 200 }],
    ["false, which is set all the same", "AttrValue", "b: false", { b: false }],
  ])("%s", (_, name, text, expected) => {
    expect(parseMessage(name, merged(name, text), "x")).toMatchObject(expected);
  });

  test("an int32 of ten bytes keeps its low 32 bits", () => {
    const bytes = Uint8Array.from([0x08, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01]);
    expect(parseMessage("VersionDef", bytes, "x").producer).toBe(-1);
  });
});
