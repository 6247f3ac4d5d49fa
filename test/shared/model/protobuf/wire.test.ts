import { describe, expect, test } from "vitest";
import { parseMessage } from "../../../../shared/model/protobuf/decode.ts";

const VARINT_10 = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];

function read(...bytes: number[]): unknown {
  return parseMessage("SavedModel", Uint8Array.from(bytes), "model.pb");
}

/** A field that nothing describes, `depth` groups deep. */
function groups(depth: number): number[] {
  return [...Array<number>(depth).fill(0x7b), ...Array<number>(depth).fill(0x7c)];
}

/** FullTypeDef within FullTypeDef (`args`, field 2), so many levels below the first. */
function types(levels: number): Uint8Array {
  let bytes: number[] = [];
  for (let level = 0; level < levels; level++) bytes = [0x12, ...varint(bytes.length), ...bytes];
  return Uint8Array.from(bytes);
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >> 7)];
}

describe("what TensorFlow's parser takes is taken", () => {
  test.each<[string, number[]]>([
    ["nothing at all", []],
    ["a number of ten bytes", [0x08, ...VARINT_10, 0x01]],
    ["an unknown number", [0xf8, 0x3e, 0x01]],
    ["unknown bytes", [0xfa, 0x3e, 0x02, 0xff, 0xff]],
    ["unknown fixed numbers", [0xfd, 0x3e, 1, 2, 3, 4, 0xf9, 0x3e, 1, 2, 3, 4, 5, 6, 7, 8]],
    ["an unknown group with fields of its own", [0x7b, 0x08, 0x01, 0x12, 0x01, 0x61, 0x7c]],
    ["a hundred unknown groups within each other", groups(100)],
    ["a known field with the wire type of another", [0x0d, 1, 2, 3, 4]],
    ["a tag in more bytes than it needs", [0x88, 0x80, 0x00, 0x01]],
    ["a length in more bytes than it needs", [0x12, 0x80, 0x80, 0x00]],
  ])("%s", (_, bytes) => expect(() => read(...bytes)).not.toThrow());
});

describe("what TensorFlow's parser refuses is refused, at its byte", () => {
  test.each<[string, number[], RegExp]>([
    ["a cut off tag", [0x80], /byte 1: a number is cut off/],
    ["a cut off number", [0x08, 0x80], /byte 2: a number is cut off/],
    ["a number of eleven bytes", [0x08, ...VARINT_10, 0xff, 0x01], /byte 11: a number is longer than 10 bytes/],
    ["a tag of six bytes", [0x88, 0x80, 0x80, 0x80, 0x80, 0x00], /byte 6: a field's tag is longer than 5 bytes/],
    ["field 0", [0x02, 0x00], /byte 1: field number 0 does not exist/],
    ["field 0 with a wire type that does not exist", [0x06], /byte 1: field number 0 does not exist/],
    ["wire type 6", [0x0e], /byte 1: wire type 6 does not exist/],
    ["wire type 7", [0x0f], /byte 1: wire type 7 does not exist/],
    ["a length past the end", [0x12, 0x05, 0x00], /a length of 5 bytes reaches past the end/],
    ["a length of 2^63-1", [0x12, ...VARINT_10.slice(1), 0x7f], /reaches past the end/],
    ["a message that ends within a field", [0x12, 0x01, 0x0a, 0x00], /in meta_graphs: a number is cut off/],
    [
      "a length past the end of its message",
      [0x12, 0x03, 0x0a, 0x02, 0x00, 0x00],
      /in meta_graphs: a length of 2 bytes/,
    ],
    ["the end of a group that never began", [0x7c], /group 15 ends without having begun/],
    ["a group that does not end", [0x7b, 0x08, 0x01], /group 15 does not end/],
    ["a group that ends as another", [0x7b, 0x84, 0x01], /group 16 ends without having begun/],
    ["a hundred and one groups within each other", groups(101), /nested deeper than 100/],
    [
      "text that is not UTF-8",
      [0x12, 0x06, 0x0a, 0x04, 0x0a, 0x02, 0xc3, 0x28],
      /meta_info_def.meta_graph_version: text/,
    ],
    ["a surrogate in text", [0x12, 0x07, 0x0a, 0x05, 0x0a, 0x03, 0xed, 0xa0, 0x80], /text that is not UTF-8/],
  ])("%s", (_, bytes, message) => {
    expect(() => read(...bytes)).toThrow(expect.objectContaining({ code: "model-unreadable" }));
    expect(() => read(...bytes)).toThrow(message);
  });
});

describe("depth is bounded as TensorFlow bounds it", () => {
  test.each<[string, number, boolean]>([
    ["a hundred messages within each other are read", 100, true],
    ["a hundred and one are refused", 101, false],
    ["a thousand are refused, not a stack overflow", 1000, false],
  ])("%s", (_, levels, isRead) => {
    const parse = () => parseMessage("FullTypeDef", types(levels), "model.pb");
    if (isRead) expect(parse).not.toThrow();
    else expect(parse).toThrow(/nested deeper than 100/);
  });
});
