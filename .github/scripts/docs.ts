import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { actionSections } from "./action-sections.ts";
import { generatedSections } from "./doc-sections.ts";
import { replaceSection } from "./generated-section.ts";

// Fills every generated part of the docs. Usage: npm run docs

const project = join(import.meta.dirname, "../..");
for (const { file, name, text } of [...generatedSections(), ...actionSections(project)]) {
  const path = join(project, file);
  writeFileSync(path, replaceSection(readFileSync(path, "utf8"), name, text));
  console.log(`${file}: ${name}`);
}
