import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scanNested } from "../../../shared/model/scan-nested.ts";
import { fakeFiles } from "../../fakes/files.ts";

const fixtures = join(import.meta.dirname, "../../../fixtures/models");
const unsafe = readFileSync(join(fixtures, "unsafe-write-at-load/saved_model.pb"));
const pointer = Buffer.from("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n");
const empty = Buffer.from([8, 1]);

async function scan(contents: Record<string, Uint8Array>) {
  const files = fakeFiles(Object.fromEntries(Object.entries(contents).map(([path, held]) => [`model/${path}`, held])));
  return scanNested("model", await files.list("model"), files);
}

test.each<[title: string, contents: Record<string, Uint8Array>, findings: string[]]>([
  ["the model itself is judged elsewhere", { "saved_model.pb": unsafe }, []],
  ["a harmless model", { "1/saved_model.pb": empty }, []],
  ["a numbered version", { "1/saved_model.pb": unsafe }, ["WriteFile in 1/saved_model.pb"]],
  ["a module far below", { "assets/a/b/saved_model.pb": unsafe }, ["WriteFile in assets/a/b/saved_model.pb"]],
  ["two of them", { "1/saved_model.pb": empty, "2/saved_model.pb": unsafe }, ["WriteFile in 2/saved_model.pb"]],
  ["a name that no loader knows", { "1/Saved_Model.pb": unsafe }, []],
  ["a model that Git LFS left out", { "1/saved_model.pb": pointer }, ["null in 1/saved_model.pb"]],
  ["damage", { "1/saved_model.pb": Buffer.from([255]) }, ["null in 1/saved_model.pb"]],
])("%s", async (_, contents, expected) => {
  const findings = await scan(contents);
  expect(findings.map(({ operator, file, path }) => `${operator} in ${file ?? path[0]}`)).toEqual(expected);
});

test.each([
  ["fifty are judged", 50, []],
  ["one more is too many", 51, ["cannot be judged: more than 50 models lie below this one"]],
])("%s", async (_, count, expected) => {
  const contents = Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}/saved_model.pb`, empty]));
  expect((await scan(contents)).map(({ reason }) => reason)).toEqual(expected);
});
