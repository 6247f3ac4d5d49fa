import { expect, test } from "vitest";
import { localFiles } from "../../../../shared/adapters/files/files.ts";
import { scanGraph } from "../../../../shared/model/safety/scan-graph.ts";
import { readSavedModel } from "../../../../shared/model/saved-model.ts";

const fixtures = new URL("../../../../fixtures/models/", import.meta.url).pathname;

test.each([
  ["unsafe-read-in-while-body", "ReadFile", ["serving_default", "level0"], "reads files of the machine"],
  ["unsafe-write-at-load", "WriteFile", ["(initialiser) init"], "writes files on the machine"],
  ["unsafe-python-in-gradient", "PyFunc", ["serving_default", "forward", "level0"], "runs a Python function"],
  ["unsafe-restore-elsewhere", "RestoreV2", ["(restore at load)"], 'the constant "/tmp/unsafe-model"'],
  ["unsafe-print-to-file", "PrintV2", ["serving_default", "level0"], 'output_stream is "file:///tmp/unsafe-model"'],
  ["unsafe-custom-operator", "ShellExecute", ["train"], "custom operator"],
])("%s: %s is found, with the way there", async (name, operator, path, reason) => {
  const findings = scanGraph(await readSavedModel(`${fixtures}${name}`, localFiles()));
  expect(findings).toMatchObject([{ operator, path, file: null, reason: expect.stringContaining(reason) }]);
  expect(findings[0]?.fix).toMatch(/^[A-Z].*\.$/);
});
