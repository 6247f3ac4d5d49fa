import { expect, test } from "vitest";
import { scanFiles } from "../../../../shared/model/beside/scan-files.ts";
import { fakeFiles } from "../../../fakes/files.ts";
import { createRandomBytes } from "./random-bytes.ts";
import { scanArtifact } from "./scanning.ts";
import { zipOf } from "./zipping.ts";

const graph = Buffer.from([8, 1]);

test.each<[title: string, contents: Record<string, Uint8Array | string>, reasons: string[]]>([
  ["one graph alone", { "saved_model.pb": graph, "variables/variables.index": "x" }, []],
  ["a text graph alone", { "saved_model.pbtxt": "saved_model_schema_version: 1" }, []],
  [
    "a binary graph beside a text graph",
    { "saved_model.pb": graph, "saved_model.pbtxt": "x" },
    ["saved_model.pb and saved_model.pbtxt lie side by side, and only one of them is served"],
  ],
  [
    "a binary graph beside a chunked graph",
    { "saved_model.pb": graph, "saved_model.cpb": "x" },
    ["saved_model.cpb and saved_model.pb lie side by side, and only one of them is served"],
  ],
  ["graphs in different folders", { "1/saved_model.pb": graph, "2/saved_model.pbtxt": "x" }, []],
  [
    "names that differ in case",
    { "assets/Vocab.txt": "a", "assets/vocab.txt": "b" },
    ['"assets/Vocab.txt" and "assets/vocab.txt" are one file on systems that ignore case'],
  ],
  [
    "a graph in capitals beside the graph",
    { "Saved_Model.pb": graph, "saved_model.pb": graph },
    [
      "Saved_Model.pb and saved_model.pb lie side by side, and only one of them is served",
      '"Saved_Model.pb" and "saved_model.pb" are one file on systems that ignore case',
    ],
  ],
])("%s", async (_, contents, reasons) => {
  const findings = await scanArtifact(contents);
  expect(findings.map(({ reason }) => reason)).toEqual(reasons);
});

test("the place of a pickle inside archives is its file and then its members", async () => {
  const inner = zipOf({ "data.pkl": Buffer.from("cos\nsystem\n(S'true'\ntR.") });
  const [finding] = await scanArtifact({ "assets/outer.bin": zipOf({ "inner.zip": inner }) });
  expect(finding).toMatchObject({ file: "assets/outer.bin", path: ["inner.zip", "data.pkl"] });
  expect(finding?.fix).toMatch(/^Remove the pickle/);
});

test.each<[title: string, prefix: Buffer, reasons: string[]]>([
  [
    "another archive",
    zipOf({ "data.pkl": Buffer.from("cos\nsystem\n(S'true'\ntR.") }),
    ["an archive that stands behind another archive, which its directory does not list"],
  ],
  ["a picture", Buffer.from("\x89PNG\r\n\x1a\n…"), []],
])("an archive behind %s", async (_, prefix, reasons) => {
  const findings = await scanArtifact({ "assets/x.zip": Buffer.concat([prefix, zipOf({})]) });
  expect(findings.map(({ reason }) => reason)).toEqual(reasons);
});

test.each([
  ["m.pkl", "cannot be judged: it is named like a Python pickle and is none"],
  ["m.joblib", "cannot be judged: it is named like a Python pickle and is none"],
  ["m.h5", "cannot be judged: it is named like an HDF5 file and is none"],
])("%s of unknown bytes", async (name, reason) => {
  const findings = await scanArtifact({ [`assets/${name}`]: Buffer.from([1, 2, 3]) });
  expect(findings.map((finding) => finding.reason)).toEqual([reason]);
});

test("a flood of findings in one file is counted, not listed", async () => {
  const members = Object.fromEntries(
    Array.from({ length: 50 }, (_, index) => [`${index}.py`, Buffer.from("import os")]),
  );
  const findings = await scanArtifact({ "x.zip": zipOf(members) });
  expect(findings).toHaveLength(21);
  expect(findings.at(-1)?.reason).toBe("30 more findings in this file");
});

test("a large shard costs its first and last bytes only", async () => {
  const sizeBytes = 2 ** 31;
  const random = createRandomBytes(7);
  let readBytes = 0;
  const source = {
    sizeBytes,
    read: (_: number, length: number) => {
      readBytes += length;
      return random(length);
    },
    [Symbol.dispose]: () => {},
  };
  const entry = { path: "variables/variables.data-00000-of-00001", sizeBytes, executable: true };
  expect(await scanFiles("model", [entry], { ...fakeFiles(), open: () => source })).toEqual([]);
  expect(readBytes).toBeLessThan(300_000);
});

test("10,000 shards of random bytes are never mistaken for anything", async () => {
  const random = createRandomBytes(11);
  const contents = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, index) => [`variables/${index}.data`, Buffer.from(random(64))]),
  );
  expect(await scanArtifact(contents)).toEqual([]);
});
