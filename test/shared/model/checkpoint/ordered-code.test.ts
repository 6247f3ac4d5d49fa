import { expect, test } from "vitest";
import { sliceKey } from "../../../../shared/model/checkpoint/ordered-code.ts";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** Zero, the name `w` with its end, one dimension, the start, and a length of the whole. */
test.each<[string, number, string]>([
  ["zero", 0, "80"],
  ["the last of one byte", 63, "bf"],
  ["the first of two bytes", 64, "c040"],
  ["the last of two bytes", 8191, "dfff"],
  ["the first of three bytes", 8192, "e02000"],
  ["32 bits", 2 ** 32, "f900000000"],
  ["minus one", -1, "7f"],
  ["the last negative of one byte", -64, "40"],
  ["the first negative of two bytes", -65, "3fbf"],
])("a slice's key spells %s as TensorFlow does", (_, start, expected) => {
  expect(hex(sliceKey(Buffer.from("w"), [{ start, length: -1 }]))).toBe(`007700010101${expected}7f`);
});

test("zero and 255 are escaped within a name", () => {
  expect(hex(sliceKey(Uint8Array.of(0, 0xff, 0x61), []))).toBe("0000ffff0061000100");
});
