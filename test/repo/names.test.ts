import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyNames, overgrown } from "./names.ts";
import { project, projectFiles } from "./project.ts";

const ours = projectFiles().filter((file) => !file.startsWith("test/repo/planted/"));

test("every name says what lives there", () => {
  expect(emptyNames(ours)).toEqual([]);
});

test.each([
  "shared/utils/x.ts",
  "shared/model/helpers.ts",
  "test/common.ts",
  "shared/gate/index.ts",
  "shared/lib/a/b.ts",
])("%s would be refused", (file) => {
  expect(emptyNames([file, "shared/model/library.ts", "shared/release/commons.md"])).toEqual([file]);
});

test("no hand-written source passes 250 lines", () => {
  const sources = ours.filter((file) => /\.(ts|js)$/.test(file) && !/\/dist\/|\.types\.ts$/.test(file));
  expect(overgrown(new Map(sources.map((file) => [file, readFileSync(join(project, file), "utf8")])))).toEqual([]);
});

test("250 lines stay, 251 are too many", () => {
  const sources = new Map([
    ["full.ts", "x\n".repeat(250)],
    ["over.ts", "x\n".repeat(251)],
  ]);
  expect(overgrown(sources)).toEqual(["over.ts"]);
});
