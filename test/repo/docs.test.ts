import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { generatedSections } from "../../.github/scripts/doc-sections.ts";
import { readSection, replaceSection } from "../../.github/scripts/generated-section.ts";
import { project } from "./project.ts";

test.each(generatedSections())(
  "$file: the generated section $name is current (npm run docs)",
  ({ file, name, text }) => {
    expect(readSection(readFileSync(join(project, file), "utf8"), name)).toBe(text);
  },
);

test("a filled section reads back as it was written, dollar signs and all", () => {
  const document = "before\n<!-- generated: table -->\nold\n<!-- /generated: table -->\nafter";
  const filled = replaceSection(document, "table", "| $& | $1 |");
  expect(readSection(filled, "table")).toBe("| $& | $1 |");
  expect(filled.startsWith("before\n") && filled.endsWith("\nafter")).toBe(true);
});

test("a section that is not there is an error, not silence", () => {
  expect(() => replaceSection("nothing here", "table", "x")).toThrow('no section "table"');
});
