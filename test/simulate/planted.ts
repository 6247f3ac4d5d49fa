import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PLANTED_BUGS, type PlantedBug } from "./planted-bugs.ts";

/** So many schedules a bug may hide from. */
const SCHEDULES = 1_000;
const LONGEST_MS = 120_000;
const PROJECT = join(import.meta.dirname, "../..");
const NEEDED = ["package.json", "shared", "test/fakes", "test/shared/rollout", "test/simulate"];

/** Plants each bug in a copy of the sources, and lets the simulation look for it; those that it does not find. */
export async function plantAll(
  say: (line: string) => void,
  bugs: readonly PlantedBug[] = PLANTED_BUGS,
): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "model-release-planted-"));
  try {
    for (const part of NEEDED) cpSync(join(PROJECT, part), join(folder, part), { recursive: true });
    symlinkSync(join(PROJECT, "node_modules"), join(folder, "node_modules"));
    return bugs.filter((bug) => !isFound(bug, folder, say)).map(({ name }) => name);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function isFound({ name, file, find, replace }: PlantedBug, folder: string, say: (line: string) => void): boolean {
  const path = join(folder, file);
  const text = readFileSync(path, "utf8");
  if (text.split(find).length !== 2) throw new Error(`${name}: ${file} does not hold exactly one ${find}`);
  writeFileSync(
    path,
    text.replace(find, () => replace),
  );
  const script = join(folder, "test/simulate/hunt.ts");
  const { status, stdout } = spawnSync(process.execPath, [script, String(SCHEDULES)], { timeout: LONGEST_MS });
  writeFileSync(path, text);
  // What ends without a word has broken the simulation itself.
  const found = String(stdout).trim();
  const isThere = status === 1 && found !== "";
  say(`${isThere ? "found" : "NOT FOUND"}: ${name}: ${found}`);
  return isThere;
}
