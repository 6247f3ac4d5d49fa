import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inputsTable, outputsTable, readAction } from "../../.github/scripts/action-tables.ts";
import { readSection } from "../../.github/scripts/generated-section.ts";

/** Where action.yml, inputs.ts (its exported INPUTS, one key an input) and the README's tables disagree. */
export async function disagreements(root: string): Promise<readonly string[]> {
  const folders = readdirSync(root)
    .sort()
    .filter((name) => existsSync(join(root, name, "action.yml")));
  const found = await Promise.all(folders.map((name) => compare(join(root, name), name)));
  return found.flat();
}

async function compare(folder: string, name: string): Promise<string[]> {
  const action = readAction(readFileSync(join(folder, "action.yml"), "utf8"));
  const { INPUTS } = (await import(pathToFileURL(join(folder, "inputs.ts")).href)) as { INPUTS: object };
  const readme = readFileSync(join(folder, "README.md"), "utf8");
  const declared = Object.keys(action.inputs);
  const read = Object.keys(INPUTS);
  return [
    ...declared.filter((input) => !read.includes(input)).map((input) => `${name}: inputs.ts never reads ${input}`),
    ...read.filter((input) => !declared.includes(input)).map((input) => `${name}: action.yml lacks ${input}`),
    ...(readSection(readme, "inputs") === inputsTable(action) ? [] : [`${name}: README's inputs are stale`]),
    ...(readSection(readme, "outputs") === outputsTable(action) ? [] : [`${name}: README's outputs are stale`]),
  ];
}
