import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { localFiles } from "../../../shared/adapters/files/files.ts";
import { Failure } from "../../../shared/failure.ts";
import { parseSavedModel, readSavedModel } from "../../../shared/model/saved-model.ts";
import { fakeFiles, LINK } from "../../fakes/files.ts";

const PB = readFileSync("fixtures/models/keras3-exported/saved_model.pb");
/** Tags: a field's number times eight, and two for what has a length. */
const [META_GRAPHS, GRAPH_DEF, NODE, LIBRARY, FUNCTION, INPUT, ATTRIBUTE] = [0x12, 0x12, 0x0a, 0x12, 0x0a, 0x1a, 0x2a];
const UNKNOWN = 0x78;
const POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n";
const TEXT = 'saved_model_schema_version: 1 meta_graphs { meta_info_def { tags: "serve" } }';

describe("a folder is read as TensorFlow reads it", () => {
  test("saved_model.pb comes before saved_model.pbtxt", async () => {
    const files = fakeFiles({ "m/saved_model.pb": PB, "m/saved_model.pbtxt": TEXT });
    expect((await readSavedModel("m", files)).metaGraphs[0]?.tensorflowVersion).toBe("2.21.0");
  });

  test("saved_model.pbtxt alone is read as text", async () => {
    const model = await readSavedModel("m", fakeFiles({ "m/saved_model.pbtxt": TEXT }));
    expect(model).toMatchObject({ schemaVersion: 1, metaGraphs: [{ tags: ["serve"], nodes: [], functions: [] }] });
  });

  test("what TensorFlow wrote is read from the disk", async () => {
    const { metaGraphs } = await readSavedModel("fixtures/models/keras3-exported", localFiles());
    expect(metaGraphs.map(({ tags, nodes, functions }) => [tags, nodes.length, functions.length])).toEqual([
      [["serve"], 45, 5],
    ]);
  });
});

describe("what is not there is said with what is", () => {
  test.each<[string, Record<string, string | typeof LINK>, string, RegExp]>([
    ["no folder", {}, "Correct the path.", /^m does not exist$/],
    ["a file for a folder", { m: "x" }, "Name the folder that holds saved_model.pb.", /^m is not a folder$/],
    ["a model one folder down", { "m/1/saved_model.pb": "x" }, "Name m/1.", /^m holds neither saved_model.pb nor/],
    ["something else", { "m/model.json": "{}" }, "Export the model there with model.export.", /^m holds neither/],
  ])("%s", async (_, contents, fix, message) => {
    const failure: unknown = await readSavedModel("m", fakeFiles(contents)).catch((error) => error);
    expect(failure).toMatchObject({ code: "artifact-missing", fix, message: expect.stringMatching(message) });
  });

  test("a link instead of the file is not followed", async () => {
    const reading = readSavedModel("m", fakeFiles({ "m/saved_model.pb": LINK }));
    await expect(reading).rejects.toMatchObject({ code: "file-refused" });
  });
});

describe("what lies there instead of a model is named", () => {
  test.each<[string, Uint8Array, RegExp, RegExp]>([
    ["gzip", gzipSync(PB), /looks like a gzip archive/, /gunzip/],
    ["a web page", Buffer.from("<!DOCTYPE html><html>not found</html>"), /looks like an HTML page/, /Fetch/],
    ["JSON", Buffer.from('{"format": "graph-model"}'), /looks like a JSON document/, /Export/],
    ["zero bytes", new Uint8Array(9000), /looks like nothing but zero bytes/, /Fetch/],
    ["a zip archive", Buffer.from("PK\x03\x04\x14\0"), /looks like a zip archive/, /Export/],
    ["HDF5", Buffer.from("\x89HDF\r\n\x1a\n", "latin1"), /looks like a Keras HDF5 file/, /Export/],
    ["TensorFlow Lite", Buffer.from("\x1c\0\0\0TFL3\x14\0", "latin1"), /looks like a TensorFlow Lite model/, /Export/],
    ["a byte order mark", Buffer.concat([Buffer.from("\ufeff"), PB]), /byte order mark/, /three bytes/],
    ["line feeds made CRLF", crlf(PB), /line feeds became CRLF/, /\.gitattributes/],
    ["a damaged file, of which its place is said", PB.subarray(0, 5000), /byte \d+: a length of/, /Restore/],
    ["an empty file", new Uint8Array(0), /is empty/, /Export/],
  ])("%s", (_, bytes, message, fix) => {
    const failure = failureOf(() => parseSavedModel(bytes, "m/saved_model.pb"));
    expect(failure).toMatchObject({ code: "model-unreadable" });
    expect(failure.message).toMatch(message);
    expect(failure.fix).toMatch(fix);
  });

  test("a Git LFS pointer, with the command that fetches it", () => {
    const failure = failureOf(() => parseSavedModel(Buffer.from(POINTER), "my models/saved_model.pb"));
    expect(failure).toMatchObject({ code: "lfs-pointer" });
    expect(failure.fix).toBe("Fetch the file with: git -C 'my models' lfs pull --include saved_model.pb");
  });
});

describe("counts are bounded", () => {
  test.each<[string, number, boolean]>([
    ["a thousand metagraphs are read", 1000, true],
    ["a thousand and one are refused", 1001, false],
  ])("%s", (_, count, isRead) => {
    const bytes = Buffer.from([0x12, 0x00].concat(...Array<number[]>(count - 1).fill([0x12, 0x00])));
    if (isRead) expect(parseSavedModel(bytes, "x.pb").metaGraphs).toHaveLength(count);
    else expect(failureOf(() => parseSavedModel(bytes, "x.pb")).code).toBe("limit-exceeded");
  });

  test.each<[string, () => Uint8Array, string | null]>([
    ["400 000 nodes are read", () => graphOf(repeated(NODE, 400_000)), null],
    ["one more is refused", () => graphOf(repeated(NODE, 400_001)), "more than 400000 nodes"],
    ["50 000 functions are read", () => graphOf(wrapped(LIBRARY, repeated(FUNCTION, 50_000))), null],
    ["one more is refused", () => graphOf(wrapped(LIBRARY, repeated(FUNCTION, 50_001))), "more than 400000 nodes"],
    ["100 000 attributes are read", () => graphOf(wrapped(NODE, repeated(ATTRIBUTE, 100_000))), null],
    [
      "one more is refused",
      () => graphOf(wrapped(NODE, repeated(ATTRIBUTE, 100_001))),
      "more than 100000 entries in attr",
    ],
    [
      "three million inputs and more are refused",
      () => graphOf(wrapped(NODE, repeated(INPUT, 3_000_000))),
      "more than 3000000 elements",
    ],
    ["30 million fields and more are refused", () => repeated(UNKNOWN, 30_000_001), "more than 30000000 fields"],
  ])("%s", (_, bytes, refusal) => {
    if (refusal === null) expect(parseSavedModel(bytes(), "x.pb").metaGraphs).toHaveLength(1);
    else
      expect(failureOf(() => parseSavedModel(bytes(), "x.pb"))).toMatchObject({
        code: "limit-exceeded",
        message: expect.stringContaining(refusal),
      });
  });
});

function graphOf(graph: Uint8Array): Uint8Array {
  return wrapped(META_GRAPHS, wrapped(GRAPH_DEF, graph));
}

/** So many empty fields of a tag. */
function repeated(tag: number, count: number): Uint8Array {
  return Buffer.alloc(2 * count, Uint8Array.of(tag, 0));
}

function wrapped(tag: number, bytes: Uint8Array): Uint8Array {
  const length: number[] = [];
  for (let rest = bytes.length; ; rest >>>= 7) {
    length.push(rest > 127 ? (rest & 127) | 128 : rest);
    if (rest <= 127) return Buffer.concat([Uint8Array.of(tag, ...length), bytes]);
  }
}

function crlf(bytes: Uint8Array): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString("latin1").replaceAll("\n", "\r\n"), "latin1");
}

function failureOf(work: () => unknown): Failure {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}
