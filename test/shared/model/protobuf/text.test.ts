import { describe, expect, test } from "vitest";
import { parseMessage } from "../../../../shared/model/protobuf/decode.ts";
import type { MessageName } from "../../../../shared/model/protobuf/descriptors.ts";
import { transcodeText } from "../../../../shared/model/protobuf/text.ts";

function read(name: MessageName, text: string): unknown {
  return parseMessage(name, transcodeText(name, Buffer.from(text), "model.pbtxt"), "model.pbtxt");
}

describe("text format is read in all its forms", () => {
  test.each<[string, string, Record<string, unknown>]>([
    ["one field a line", "producer: 1\nmin_consumer: 2", { producer: 1, min_consumer: 2 }],
    [
      "all on one line, with separators",
      "producer: 1; min_consumer: 2, bad_consumers: 3",
      { producer: 1, bad_consumers: [3] },
    ],
    ["comments", "# all\nproducer: 1 # one\n#", { producer: 1 }],
    ["carriage returns and tabs", "producer:\t1\r\nmin_consumer\r\n:\r\n2", { producer: 1, min_consumer: 2 }],
    ["a list", "bad_consumers: [1, 2 , 3]", { bad_consumers: [1, 2, 3] }],
    ["an empty list", "bad_consumers: []", { bad_consumers: [] }],
    ["hexadecimal and octal", "producer: 0x1F min_consumer: 017", { producer: 31, min_consumer: 15 }],
    ["a minus apart from its number", "producer: - 4", { producer: -4 }],
    ["nothing", "", { producer: 0 }],
  ])("%s", (_, text, expected) => expect(read("VersionDef", text)).toMatchObject(expected));

  test.each<[string, string]>([
    ["braces", 'coo_sparse { values_tensor_name: "v" }'],
    ["braces after a colon", 'coo_sparse: { values_tensor_name: "v" }'],
    ["angle brackets", 'coo_sparse < values_tensor_name: "v" >'],
  ])("a message in %s", (_, text) => {
    expect(read("TensorInfo", text)).toMatchObject({ coo_sparse: { values_tensor_name: "v" } });
  });

  test("a list of messages", () => {
    const { dim } = read("TensorShapeProto", "dim: [{ size: 1 }, < size: -1 >]") as { dim: { size: bigint }[] };
    expect(dim.map(({ size }) => size)).toEqual([1n, -1n]);
  });

  test.each<[string, string, number]>([
    ["by its name", "type: DT_FLOAT", 1],
    ["as a reference", "type: DT_FLOAT_REF", 101],
    ["by its number", "type: 3", 3],
    ["by a number that nobody knows", "type: 999", 999],
  ])("an enumerator %s", (_, text, type) => expect(read("AttrValue", text)).toMatchObject({ type }));

  test.each<[string, number]>([
    ["1.5", 1.5],
    ["-2e3", -2000],
    [".5", 0.5],
    ["3.", 3],
    ["1.5f", 1.5],
    ["7", 7],
    ["inf", Number.POSITIVE_INFINITY],
    ["-Infinity", Number.NEGATIVE_INFINITY],
    ["nan", Number.NaN],
  ])("the number %s", (text, f) => expect(read("AttrValue", `f: ${text}`)).toMatchObject({ f }));

  test.each<[string, string, string]>([
    ["single quotes", "'a\"b'", 'a"b'],
    ["strings in a row", '"a" \'b\'\n"c"', "abc"],
    ["simple escapes", String.raw`"\a\b\t\n\v\f\r\\\'\"\?"`, "\x07\b\t\n\v\f\r\\'\"?"],
    ["octal escapes of one to three digits", String.raw`"\0\12\1234"`, "\0\nS4"],
    ["hexadecimal escapes", String.raw`"\x41\x4a"`, "AJ"],
    ["Unicode escapes", String.raw`"\u00e9\U0001F600\ud83d\ude00"`, "é😀😀"],
    ["bytes that spell a character", String.raw`"\303\251"`, "é"],
    ["a character as it is", '"é"', "é"],
  ])("%s", (_, text, name) => expect(read("TensorInfo", `name: ${text}`)).toMatchObject({ name }));

  test("bytes need not be UTF-8", () => {
    expect(read("AttrValue", String.raw`s: "\377\000"`)).toMatchObject({ s: Uint8Array.from([255, 0]) });
  });

  test("a packed message is written out", () => {
    const text = 'value { [type.googleapis.com/tensorflow.AssetFileDef] { filename: "a.txt" } }';
    const { value } = read("CollectionDef.AnyList", text) as { value: { type_url: string; value: Uint8Array }[] };
    expect(value[0]?.type_url).toBe("type.googleapis.com/tensorflow.AssetFileDef");
    expect(parseMessage("AssetFileDef", value[0]?.value ?? new Uint8Array(), "x").filename).toBe("a.txt");
  });
});

describe("text that is not what it should be is refused at its place", () => {
  test.each<[string, MessageName, string, RegExp]>([
    ["an unknown field", "VersionDef", "producer: 1\n  prodcer: 2", /:2:3: VersionDef has no field prodcer/],
    ["no colon before a number", "VersionDef", "producer 1", /:1:10: expected a colon after producer/],
    ["no value", "VersionDef", "producer:", /expected a whole number, found the end of the file/],
    ["a fraction for a whole number", "VersionDef", "producer: 1.5", /expected a whole number, found 1.5/],
    ["a number that is too large", "VersionDef", "producer: 2147483648", /2147483648 is not between/],
    ["a number that is not octal", "VersionDef", "producer: 08", /expected a whole number, found 08/],
    ["a single field twice", "VersionDef", "producer: 1 producer: 2", /producer stands beside an earlier producer/],
    ["two members of a oneof", "TensorInfo", 'name: "a" coo_sparse {}', /coo_sparse stands beside an earlier name/],
    ["a list of what is single", "VersionDef", "producer: [1]", /expected a whole number/],
    ["a list without a comma", "VersionDef", "bad_consumers: [1 2]", /expected a comma or \], found "2"/],
    ["a message that does not end", "TensorInfo", "coo_sparse {", /expected }, found the end of the file/],
    ["a message that ends as another began", "TensorInfo", "coo_sparse { >", /expected }, found ">"/],
    ["an end without a beginning", "TensorInfo", "}", /expected a field, found "}"/],
    ["an unknown enumerator", "AttrValue", "type: DT_NONE", /DataType has no enumerator DT_NONE/],
    ["neither true nor false", "AttrValue", "b: yes", /expected true or false, found yes/],
    ["a string that does not end", "TensorInfo", 'name: "a\nb"', /:1:9: a string does not end on its line/],
    ["an unknown escape", "TensorInfo", String.raw`name: "\q"`, /an unknown escape/],
    ["half a surrogate pair", "TensorInfo", String.raw`name: "\ud83d"`, /no such character/],
    ["half a pair before another escape", "TensorInfo", String.raw`name: "\ud83d\n"`, /no such character/],
    ["half a pair before no other half", "TensorInfo", String.raw`name: "\ud83d\u0041"`, /no such character/],
    ["text that is not UTF-8", "TensorInfo", String.raw`name: "\377"`, /text that is not UTF-8/],
    ["an extension", "TensorInfo", "[my.extension] { }", /TensorInfo has no extension my.extension/],
    ["a word without end", "VersionDef", `${"a".repeat(5000)}: 1`, /a word of 5000 characters/],
    ["a hundred and one levels", "FullTypeDef", "args {".repeat(101), /nested deeper than 100/],
    ["control characters", "VersionDef", "\0", /expected a field/],
  ])("%s", (_, name, text, message) => {
    expect(() => read(name, text)).toThrow(message);
    expect(() => read(name, text)).toThrow(expect.objectContaining({ code: "model-unreadable" }));
  });
});
