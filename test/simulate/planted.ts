import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { PLANTED_BUGS, type PlantedBug } from "./planted-bugs.ts";

/** So many schedules a bug may hide from. */
const SCHEDULES = 1_000;
const LONGEST_MS = 900_000;
const PROJECT = join(import.meta.dirname, "../..");
const PLANT = join(import.meta.dirname, "plant.ts");
const HUNT = join(import.meta.dirname, "hunt.ts");

/** Lets the simulation look for each bug, planted into the sources as they are loaded; those that it does not find. */
export function plantAll(say: (line: string) => void, bugs: readonly PlantedBug[] = PLANTED_BUGS): readonly string[] {
  return bugs.filter((bug) => !isFound(bug, say)).map(({ name }) => name);
}

export function pathOf({ file }: PlantedBug): string {
  return join(PROJECT, file);
}

/** The source with the mistake in it. */
export function mistaken(source: string, { name, file, find, replace }: PlantedBug): string {
  const parts = source.split(find);
  if (parts.length !== 2) throw new Error(`${name}: ${file} holds ${parts.length - 1} times ${find}`);
  return parts.join(replace);
}

function isFound({ name }: PlantedBug, say: (line: string) => void): boolean {
  const given = ["--import", PLANT, HUNT, String(SCHEDULES), name];
  const beganMs = performance.now();
  const { status, stdout } = spawnSync(process.execPath, given, { timeout: LONGEST_MS });
  // What ends without a word has broken the simulation itself.
  const found = String(stdout).trim();
  const isThere = status === 1 && found !== "";
  const seconds = ((performance.now() - beganMs) / 1000).toFixed(1);
  say(`${isThere ? "found" : "NOT FOUND"} in ${seconds} s: ${name}: ${found}`);
  return isThere;
}
