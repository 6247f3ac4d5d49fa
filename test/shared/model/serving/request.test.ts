import { describe, expect, test } from "vitest";
import { Failure, type FailureCode } from "../../../../shared/failure.ts";
import { parseRequest } from "../../../../shared/model/serving/request.ts";
import type { Dtype, Shape, TensorSpec } from "../../../../shared/ports/tensor.ts";
import { inputsOf, spec } from "./specs.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (data: unknown): string[] =>
  (data as readonly Uint8Array[]).map((each) => Buffer.from(each).toString("latin1"));

describe("shapes", () => {
  test.each<[string, string, Shape, readonly number[]]>([
    ["rows of a known width", '{"instances": [[1, 2], [3, 4], [5, 6]]}', [-1, 2], [3, 2]],
    ["rows of single values", '{"instances": [1, 2]}', [-1], [2]],
    ["rows of an unknown rank", '{"instances": [[[1], [2]]]}', null, [1, 2, 1]],
    ["rows, as many as the signature says", '{"instances": [[1], [2]]}', [2, 1], [2, 1]],
    ["rows without any, the rest known", '{"instances": []}', [-1, 3], [0, 3]],
    ["rows without any, the rest unknown", '{"instances": []}', [-1, -1], [0, 0]],
    ["rows without any, of an unknown rank", '{"instances": []}', null, [0]],
    ["rows without elements", '{"instances": [[], []]}', [-1, -1], [2, 0]],
    ["a column", '{"inputs": [[1, 2, 3]]}', [-1, 3], [1, 3]],
    ["a column without rows", '{"inputs": []}', [-1, 3], [0, 3]],
    ["a single value", '{"inputs": 7}', [], []],
    ["a single value of an unknown rank", '{"inputs": 7}', null, []],
    ["empty lists of an unknown rank", '{"inputs": [[], []]}', null, [2, 0]],
    ["unknown lengths, taken from the lists", '{"inputs": [[[1, 2]], [[3, 4]]]}', [-1, -1, -1], [2, 1, 2]],
  ])("%s", (_, json, declared, shape) => {
    const tensor = inputsOf(json, [spec("x", "float32", declared)]).get("x");
    expect(tensor?.shape).toEqual(shape);
    expect(tensor?.data.length).toBe(shape.reduce((product, length) => product * length, 1));
  });
});

describe("values", () => {
  test.each<[string, Dtype, string, readonly unknown[]]>([
    ["float32 as the nearest", "float32", "0.1, 16777217.0, 1e-50", [Math.fround(0.1), 16777216, 0]],
    ["float32 without a number", "float32", "NaN, Infinity, -Infinity", [Number.NaN, Infinity, -Infinity]],
    ["float32 at its largest", "float32", "3.4028234663852886e38", [3.4028234663852886e38]],
    [
      "float64 to the last bit",
      "float64",
      "0.1, 5e-324, 1.7976931348623157e308",
      [0.1, 5e-324, 1.7976931348623157e308],
    ],
    ["float64 with more digits than it holds", "float64", "0.1000000000000000055511151231257827", [0.1]],
    ["a negative zero", "float64", "-0.0", [-0]],
    ["float16 by its bits", "float16", "1, -2, 65504, 0.1, 5.960464477539063e-8", [0x3c00, 0xc000, 0x7bff, 0x2e66, 1]],
    ["float16 between two, to the even one", "float16", "2049.0, 2051.0", [0x6800, 0x6802]],
    ["float16 without a number", "float16", "Infinity, -Infinity, NaN", [0x7c00, 0xfc00, 0x7e00]],
    ["bfloat16 by its bits", "bfloat16", "1, -2, 0.1, 3.3e38", [0x3f80, 0xc000, 0x3dcd, 0x7f78]],
    ["int8 at its ends", "int8", "-128, 127", [-128, 127]],
    ["uint8 at its ends", "uint8", "0, 255", [0, 255]],
    ["int16 at its ends", "int16", "-32768, 32767", [-32768, 32767]],
    ["uint16 at its ends", "uint16", "0, 65535", [0, 65535]],
    ["int32 at its ends", "int32", "-2147483648, 2147483647", [-2147483648, 2147483647]],
    ["uint32 at its end", "uint32", "4294967295", [4294967295]],
    ["int64 beyond 2^53", "int64", "9007199254740993, -5", [9007199254740993n, -5n]],
    ["int64 at its ends", "int64", "-9223372036854775808, 9223372036854775807", [-(2n ** 63n), 2n ** 63n - 1n]],
    ["uint64 at its end", "uint64", "18446744073709551615", [2n ** 64n - 1n]],
    ["int4 at its ends", "int4", "-8, 7", [-8, 7]],
    ["bool", "bool", "true, false", [1, 0]],
  ])("%s", (_, dtype, values, data) => {
    const tensor = inputsOf(`{"inputs": [${values}]}`, [spec("x", dtype, [-1])]).get("x");
    expect(tensor?.dtype).toBe(dtype);
    expect([...(tensor!.data as Iterable<unknown>)]).toEqual(data);
  });

  test("strings are UTF-8, escapes are read, and b64 is any bytes", () => {
    const json = '{"instances": ["é", "\\u00e9\\n\\ud83d\\ude00", {"b64": "/wA="}, {"b64": "/wA"}, {"b64": ""}, ""]}';
    const tensor = inputsOf(json, [spec("x", "string", [-1])]).get("x");
    expect(latin1(tensor?.data)).toEqual(["Ã©", "Ã©\nð\x9f\x98\x80", "ÿ\0", "ÿ\0", "", ""]);
  });

  test("numbers grow beyond the first guess of their count", () => {
    const numbers = Array.from({ length: 1000 }, (_, index) => index);
    const tensor = inputsOf(JSON.stringify({ inputs: numbers }), [spec("x", "int32", [-1])]).get("x");
    expect([...(tensor!.data as Int32Array)]).toEqual(numbers);
  });
});

describe("names", () => {
  const several = [spec("a", "int32", [-1]), spec("b", "string", [-1])];

  test.each([
    ["rows as objects", '{"instances": [{"a": 1, "b": "x"}, {"b": {"b64": "/w=="}, "a": 2}]}'],
    ["columns as an object", '{"inputs": {"b": ["x", {"b64": "/w=="}], "a": [1, 2]}}'],
  ])("%s, in any order", (_, json) => {
    const inputs = inputsOf(json, several);
    expect(inputs.get("a")).toEqual({ dtype: "int32", shape: [2], data: Int32Array.of(1, 2) });
    expect(latin1(inputs.get("b")?.data)).toEqual(["x", "ÿ"]);
  });

  test.each([
    ["rows", '{"instances": [{"x": [1, 2]}]}'],
    ["columns", '{"inputs": {"x": [[1, 2]]}}'],
  ])("a single input may be named in %s", (_, json) => {
    expect(inputsOf(json, [spec("x", "float32", [-1, 2])]).get("x")?.shape).toEqual([1, 2]);
  });

  test("the signature may be named before or after the values", () => {
    expect(parseRequest(bytes('{"signature_name": "s", "inputs": 1}'), "f").signatureName).toBe("s");
    expect(parseRequest(bytes('\ufeff{"inputs": 1, "signature_name": "s"}'), "f").signatureName).toBe("s");
    expect(parseRequest(bytes('{"inputs": 1}'), "f").signatureName).toBeNull();
  });

  test("other members are ignored, as TensorFlow Serving ignores them", () => {
    const json = '{"parameters": {"deep": [null, true, 1e5]}, "instances": [1], "predictions": [[0.5]]}';
    expect(inputsOf(json, [spec("x", "int32", [-1])]).get("x")?.data).toEqual(Int32Array.of(1));
  });
});

describe("refused", () => {
  const x = [spec("x", "float32", [-1, 2])];
  const integer = [spec("x", "int32", [-1])];
  const several = [spec("age", "int32", [-1]), spec("name", "string", [-1])];
  const text = [spec("x", "string", [-1])];

  test.each<[string, string, readonly TensorSpec[], string]>([
    ["a short row", '{"instances": [[1, 2], [3]]}', x, '"x" takes float32 [-1, 2], but instances[1] is a list of 1'],
    [
      "a deep ragged list",
      '{"inputs": [[[1], [2]], [[3], [4, 5]]]}',
      [spec("x", "int32", null)],
      "inputs[1][1] is a list of 2 where the lists before have 1",
    ],
    ["a list where a value belongs", '{"instances": [[1, [2]]]}', x, "instances[0][1] is a list"],
    ["a value where a list belongs", '{"instances": [[1, 2], 3]}', x, "instances[1] is the number 3"],
    ["text where a number belongs", '{"instances": [[1, "two"]]}', x, 'instances[0][1] is the string "two"'],
    ["null", '{"instances": [[1, null]]}', x, "instances[0][1] is null"],
    ["a boolean where a number belongs", '{"instances": [[true, 1]]}', x, "instances[0][0] is true"],
    ["an object where a number belongs", '{"inputs": [[{}, 1]]}', x, "inputs[0][0] is an object"],
    ["a fraction where an integer belongs", '{"instances": [1.0]}', integer, "instances[0] is the number 1.0"],
    ["NaN where an integer belongs", '{"instances": [NaN]}', integer, "instances[0] is the number NaN"],
    ["one above int32", '{"instances": [2147483648]}', integer, "the number 2147483648"],
    [
      "one below uint8",
      '{"instances": [-1]}',
      [spec("x", "uint8", [-1])],
      "takes uint8 [-1], but instances[0] is the number -1",
    ],
    ["one above int64", '{"instances": [9223372036854775808]}', [spec("x", "int64", [-1])], "9223372036854775808"],
    ["one above uint64", '{"instances": [18446744073709551616]}', [spec("x", "uint64", [-1])], "18446744073709551616"],
    [
      "an integer that float32 would round",
      '{"instances": [[16777217, 0]]}',
      x,
      "16777217, which it cannot hold exactly",
    ],
    [
      "an integer that float64 would round",
      '{"inputs": 9007199254740993}',
      [spec("x", "float64", [])],
      "which it cannot hold exactly",
    ],
    ["a number above float32", '{"instances": [[0, -3.5e38]]}', x, "-3.5e38, which is too large for it"],
    ["a number above float16", '{"inputs": 65520.0}', [spec("x", "float16", [])], "65520.0, which is too large for it"],
    ["a number for a boolean", '{"inputs": 1}', [spec("x", "bool", [])], "is the number 1"],
    ["a number for a string", '{"instances": [1]}', text, "instances[0] is the number 1"],
    ["no base64", '{"instances": [{"b64": "a"}]}', text, 'instances[0]["b64"] is no base64'],
    ["base64 of another alphabet", '{"instances": [{"b64": "_w=="}]}', text, "is no base64"],
    ["rows for a scalar", '{"instances": [1]}', [spec("x", "float32", [])], '"x" takes a single float32'],
    ["too few rows", '{"instances": [1]}', [spec("x", "float32", [2])], "instances is a list of 1 rows"],
    ["rows that are no list", '{"instances": 1}', x, "instances is no list of rows"],
    ["a missing name in a row", '{"instances": [{"age": 1}]}', several, 'instances[0] lacks "name" (string [-1])'],
    ["a missing name in columns", '{"inputs": {"name": ["a"]}}', several, 'inputs lacks "age" (int32 [-1])'],
    ["an unknown name", '{"instances": [{"age": 1, "nam": "x"}]}', several, 'instances[0]["nam"] names no tensor'],
    ["rows without names", '{"instances": [1]}', several, "instances[0] does not say which of 2 tensors it is"],
    ["rows with and without names", '{"instances": [{"x": [1, 2]}, [1, 2]]}', x, "instances[1] mixes rows"],
    ["a signature name that is no text", '{"inputs": 1, "signature_name": 1}', x, "signature_name is no string"],
    ["rows and columns at once", '{"inputs": 1, "instances": [1]}', x, "instances and inputs"],
    ["neither rows nor columns", '{"rows": [1]}', x, "neither instances nor inputs"],
    ["instances misspelt", '{"instancs": [1]}', x, '1:2: the request has no member "instancs"'],
    [
      "a signature name in camel case",
      '{"inputs": 1, "signatureName": "s"}',
      x,
      '1:15: the request has no member "sig',
    ],
    ["complex numbers", '{"inputs": 1}', [spec("x", "complex64", [])], "complex64, which JSON cannot carry"],
  ])("%s", (_, json, specs, message) => {
    expect(thrownBy(() => inputsOf(json, specs))).toMatchObject({
      code: "request-invalid",
      message: expect.stringContaining(message),
      fix: expect.stringMatching(/[.?]$/),
    });
  });

  test.each<[string, string, string]>([
    ["nothing", "", "1:1: the document is empty"],
    ["blank lines", " \n\n", "3:1: the document is empty"],
    ["an object that does not end", '{"inputs": 1', "1:13: the document's end stands where a comma or } belongs"],
    ["a list", "[1]", '1:1: "[" stands where an object belongs'],
    ["a comma too many", '{"inputs": [1,]}', '1:15: "]" stands where a value belongs'],
    ["a missing comma", '{"inputs":\n[1 2]}', '2:4: "2" stands where a comma or ] belongs'],
    ["a key without quotes", "{inputs: 1}", '1:2: "i" stands where a key in double quotes belongs'],
    ["a key twice", '{"inputs": 1, "inputs": 2}', '1:15: the key "inputs" is given twice'],
    ["a leading zero", '{"inputs": 01}', '1:12: "0" stands where a nonzero digit belongs'],
    ["a bare minus", '{"inputs": -}', "stands where a number belongs"],
    ["a bare point", '{"inputs": 1.}', "stands where a digit belongs"],
    ["a bare exponent", '{"inputs": 1e+}', "stands where a digit belongs"],
    ["a number above every double", '{"inputs": 1e999}', "1:12: the number here is too large"],
    ["a string without end", '{"inputs": "abc', "1:12: the string that begins here does not end"],
    ["a raw line break in a string", '{"inputs": "a\nb"}', "1:14: a control character"],
    ["an unknown escape", '{"inputs": "\\x"}', "1:12: the string that begins here has an escape"],
    ["half a surrogate pair", '{"inputs": "\\ud800"}', "half of a surrogate pair"],
    ["text after the end", '{"inputs": 1} {', '1:15: "{" stands where the end of the document belongs'],
    ["endless nesting", `{"inputs": ${"[".repeat(100_000)}`, "more than 260 levels"],
    ["nesting where it is ignored", `{"x": ${'{"a":'.repeat(100_000)}`, "more than 260 levels"],
  ])("what is not JSON: %s", (_, json, message) => {
    expect(thrownBy(() => inputsOf(json, x))).toMatchObject({
      code: "document-invalid" satisfies FailureCode,
      message: expect.stringContaining(message),
    });
  });

  test("bytes that are not UTF-8, with the place", () => {
    const broken = Uint8Array.from([...bytes('{"inputs": "'), 0xff, ...bytes('"}')]);
    expect(thrownBy(() => parseRequest(broken, "r.json"))).toMatchObject({
      code: "document-invalid",
      problems: [{ file: "r.json", line: 1, column: 12, message: expect.stringContaining("not UTF-8") }],
    });
  });

  test.each([
    ["little endian", [0xff, 0xfe, 0x7b, 0]],
    ["big endian", [0xfe, 0xff, 0, 0x7b]],
  ])("UTF-16, which PowerShell writes: %s", (_, utf16) => {
    expect(thrownBy(() => parseRequest(Uint8Array.from(utf16), "r.json"))).toMatchObject({
      code: "document-invalid",
      fix: "Save the document as UTF-8.",
    });
  });

  test("the nearest name is proposed", () => {
    expect(thrownBy(() => inputsOf('{"inputs": {"ages": [1]}}', several)).fix).toBe('Did you mean "age"?');
  });
});

function thrownBy(action: () => unknown): Failure {
  try {
    action();
  } catch (thrown) {
    if (thrown instanceof Failure) return thrown;
    throw thrown;
  }
  throw new Error("nothing was thrown");
}
