import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { Failure } from "../../../shared/failure.ts";
import { parseManifest } from "../../../shared/release/manifest.ts";
import { parseYaml } from "../../../shared/schema/yaml.ts";

export const VALID = readFileSync(join(import.meta.dirname, "../../../fixtures/releases/valid/binary.yaml"), "utf8");
export const validValue: unknown = parseYaml(VALID, "binary.yaml").value;

interface Spot {
  readonly holder: Record<string | number, unknown>;
  readonly key: string;
}

/** Nothing, or the problems: anything but a Failure fails the test. */
export function problemsOf(text: string): readonly { line: number; column: number }[] {
  try {
    parseManifest(text, "release.yaml");
    return [];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    expect(error.code).toBe("manifest-invalid");
    expect(error.problems.length).toBeGreaterThan(0);
    return error.problems;
  }
}

function spotsOf(root: unknown): readonly Spot[] {
  if (typeof root !== "object" || root === null) return [];
  const holder = root as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...spotsOf(holder[key])]);
}

/** mulberry32: the same mutations on every machine. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const ODD: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1,
  0.5,
  1e308,
  -1e308,
  2 ** 53,
  101,
  "",
  " ",
  "yes",
  "0",
  "-1",
  "../../x",
  "/etc/passwd",
  "gs://b/o",
  "gs://bucket/../o",
  "sha256:",
  "x".repeat(9000),
  "\u0000",
  "\u202e",
  "a\nb",
  "2GB",
  "5%",
  "auc",
  "binary",
  [],
  {},
  [[]],
  [null],
  [1, 2, 3],
  [0, 0],
  { by: "x" },
  { where: 1 },
  { name: "x" },
  { level: "off" },
  { "": 1 },
];

export function mutateValue(random: (below: number) => number): string {
  const root = structuredClone(validValue);
  for (let rounds = 1 + random(3); rounds > 0; rounds -= 1) {
    const spots = spotsOf(root);
    const spot = spots[random(spots.length)]!;
    const other = spots[random(spots.length)]!;
    const kind = random(6);
    if (kind === 0) delete spot.holder[spot.key];
    else if (kind === 1) spot.holder[spot.key] = structuredClone(other.holder[other.key]);
    else if (kind === 2 && !Array.isArray(spot.holder)) spot.holder[`${spot.key}x`] = spot.holder[spot.key];
    else if (kind === 3 && Array.isArray(spot.holder[spot.key])) {
      const list = spot.holder[spot.key] as unknown[];
      list.push(structuredClone(list[0]));
    } else spot.holder[spot.key] = ODD[random(ODD.length)];
  }
  return JSON.stringify(root, null, 1);
}

const SNIPPETS = [
  ":",
  "-",
  " ",
  "\n",
  "\t",
  "{",
  "}",
  "[",
  "]",
  "&a ",
  "*a",
  "!!x ",
  "|",
  ">",
  "'",
  '"',
  "#",
  "? ",
  "<<: ",
  "\\",
  "é",
  "%",
  "---\n",
];

export function mutateText(random: (below: number) => number): string {
  let text = VALID;
  for (let rounds = 1 + random(4); rounds > 0; rounds -= 1) {
    const at = random(text.length);
    const cut = random(3) === 0 ? random(40) : random(2);
    text = text.slice(0, at) + SNIPPETS[random(SNIPPETS.length)] + text.slice(at + cut);
  }
  return text;
}
