import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { deadLinks, deadUses } from "./links.ts";
import { project, projectFiles } from "./project.ts";

const written = projectFiles()
  .filter((file) => /\.(md|ya?ml)$/.test(file) && !file.startsWith("fixtures/"))
  .map((file) => ({ file, text: readFileSync(join(project, file), "utf8") }));

test("every relative link in the docs leads somewhere", () => {
  const docs = written.filter(({ file }) => file.endsWith(".md"));
  expect(docs.length).toBeGreaterThan(0);
  expect(docs.flatMap(({ file, text }) => deadLinks(project, file, text))).toEqual([]);
});

test("every `uses: ./…` names an action that exists", () => {
  const workflows = written.filter(({ file }) => /\.ya?ml$/.test(file));
  expect(workflows.flatMap(({ file, text }) => deadUses(project, file, text))).toEqual([]);
});

test("a planted dead link is named, live and outside ones are not", () => {
  const text = "[a](gone.md) [b](links.ts) [c](https://example.org/x) [d](#here) [e](../repo/links.ts#L1)";
  expect(deadLinks(project, "test/repo/planted.md", text)).toEqual(["test/repo/planted.md: gone.md"]);
});

test("a link shown inside a code fence is not a link", () => {
  expect(deadLinks(project, "a.md", "```md\n[a](gone.md)\n```\n")).toEqual([]);
});

test("a planted `uses` of a missing action is named", () => {
  expect(deadUses(project, "w.yml", "steps:\n  - uses: ./actions/gone\n  - uses: actions/checkout@v7\n")).toEqual([
    "w.yml: ./actions/gone",
  ]);
});
