import { expect, test } from "vitest";
import { scanBytes } from "./scanning.ts";

const OBJECTS = "a NumPy array of Python objects, which is a pickle";

test.each<[title: string, descr: string, reasons: string[]]>([
  ["numbers", "'<f4'", []],
  ["fields of numbers, named like objects", "[('O', '<i4'), ('object', '<f4', (2,)), ('|O', '<f4')]", []],
  ["objects", "'|O'", [OBJECTS]],
  ["objects by their long name", "'object'", [OBJECTS]],
  ["objects in parentheses", "('|O')", [OBJECTS]],
  ["an array of objects in each place", "('|O', (2,))", [OBJECTS]],
  ["a field of objects", "[('x', '<i4'), ('y', '|O')]", [OBJECTS]],
  ["a field of a field of objects", "[('x', [('y', '|O')])]", [OBJECTS]],
  ["a field that holds an array of objects", "[('x', ('|O', (2,)))]", [OBJECTS]],
  ["objects among several types in one text", "'i4,O'", [OBJECTS]],
  ["objects in a text of two pieces", "'i4' ',O'", [OBJECTS]],
  ["objects spelt by an escape", "'|\\x4f'", ["cannot be judged: the header of the array holds escapes"]],
])("an array of %s", async (_, descr, reasons) => {
  const findings = await scanBytes("assets/a.npy", arrayOf(descr));
  expect(findings.map(({ reason }) => reason)).toEqual(reasons);
});

function arrayOf(descr: string): Buffer {
  const header = Buffer.from(`{'descr': ${descr}, 'fortran_order': False, 'shape': (1,), }\n`);
  const length = Buffer.alloc(2);
  length.writeUInt16LE(header.length);
  return Buffer.concat([Buffer.from("\x93NUMPY\x01\x00", "latin1"), length, header, Buffer.alloc(16)]);
}
