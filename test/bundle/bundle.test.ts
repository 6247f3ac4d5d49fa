import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, inject, onTestFinished, test } from "vitest";
import { build, COMMITTED, copySources, read } from "./build.ts";
import { loadedBy } from "./chunks.ts";

const folder = inject("bundle");
const built = read(folder);

test("it is built the same way twice, wherever the sources lie", () => {
  const elsewhere = mkdtempSync(join(tmpdir(), "model-release-elsewhere-"));
  onTestFinished(() => rmSync(elsewhere, { recursive: true }));
  copySources(join(elsewhere, "sources"));
  build(join(elsewhere, "sources"), join(elsewhere, "dist"));
  const second = read(join(elsewhere, "dist"));
  expect(Object.keys(second)).toEqual(Object.keys(built));
  expect(Object.keys(built).filter((name) => second[name] !== built[name])).toEqual([]);
});

test("what is committed is what the sources say (npm run build)", () => {
  const committed = read(COMMITTED);
  expect(Object.keys(committed)).toEqual(Object.keys(built));
  expect(Object.keys(built).filter((name) => committed[name] !== built[name])).toEqual([]);
});

test.each([
  ["what is built", folder],
  ["what is committed", COMMITTED],
])("the command can be called as it lies there, and nothing else can: %s", (_, place) => {
  const callable = readdirSync(place).filter((name) => (statSync(join(place, name)).mode & 0o111) !== 0);
  expect(callable).toEqual(["model-release.js"]);
});

test("no machine's path, and no registry's address, is in it", () => {
  const told = Object.keys(built).filter((name) =>
    /\/(?:work|root|home\/\w+|tmp)\/|node_modules\/\./.test(built[name]!),
  );
  expect(told).toEqual([]);
});

describe("before its first line runs, less than 1.5 MB is loaded", () => {
  test.each([
    ["setup", ["setup.js", "setup-ports.js"]],
    ["report", ["report.js"]],
    ["the root action", ["release.js"]],
    ["inspect", ["command-line.js", "inspect.js"]],
    ["pack", ["command-line.js", "pack.js"]],
    ["predict, without its model", ["command-line.js", "predict.js"]],
    ["doctor", ["command-line.js", "doctor.js"]],
  ])("%s", (_, entries) => {
    const chunks = loadedBy(folder, ...entries);
    expect(chunks.length).toBeGreaterThan(entries.length);
    const sizes = chunks.map((name) => statSync(join(folder, name)).size);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(1.5e6);
  });
});
