import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Failure } from "../../../shared/failure.ts";
import { parseManifest } from "../../../shared/release/manifest.ts";
import { refreshManifest } from "../../../shared/release/manifest-text.ts";
import { parseYaml } from "../../../shared/schema/yaml.ts";
import { describeCorpus } from "../../corpus.ts";

const VALID = readFileSync(join(import.meta.dirname, "../../../fixtures/releases/valid/binary.yaml"), "utf8");
const value = parseYaml(VALID, "binary.yaml").value;

interface Spot {
  readonly holder: Record<string | number, unknown>;
  readonly key: string;
}

/** Nothing, or the problems: anything but a Failure fails the test. */
function problemsOf(text: string): readonly { line: number; column: number }[] {
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
function randomFrom(seed: number): (below: number) => number {
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

function mutateValue(random: (below: number) => number): string {
  const root = structuredClone(value);
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

function mutateText(random: (below: number) => number): string {
  let text = VALID;
  for (let rounds = 1 + random(4); rounds > 0; rounds -= 1) {
    const at = random(text.length);
    const cut = random(3) === 0 ? random(40) : random(2);
    text = text.slice(0, at) + SNIPPETS[random(SNIPPETS.length)] + text.slice(at + cut);
  }
  return text;
}

describe("2,000 mutations of a valid manifest end valid or with problems, quickly", () => {
  test.each([
    ["of its values", mutateValue],
    ["of its text", mutateText],
  ])("%s", (_, mutate) => {
    problemsOf(VALID);
    const durations: number[] = [];
    let refused = 0;
    for (let seed = 0; seed < 1000; seed += 1) {
      const text = mutate(randomFrom(seed));
      const lines = text.split(/\r\n?|\n/).length;
      const start = performance.now();
      const problems = problemsOf(text);
      durations.push(performance.now() - start);
      if (problems.length > 0) refused += 1;
      for (const { line, column } of problems) {
        expect(line, `seed ${seed}`).toBeGreaterThanOrEqual(1);
        expect(line, `seed ${seed}`).toBeLessThanOrEqual(lines);
        expect(column, `seed ${seed}`).toBeGreaterThanOrEqual(1);
      }
    }
    expect(refused).toBeGreaterThan(300);
    expect(refused).toBeLessThan(1000);
    expect(durations.toSorted((a, b) => a - b)[989]).toBeLessThan(50);
  });
});

describe("large hostile manifests end within two seconds", () => {
  const list = (count: number, item: (index: number) => string) =>
    `[${Array.from({ length: count }, (_, i) => item(i)).join(",")}]`;
  const contract = (input: string) =>
    VALID.replace(
      /contract:\n( .*\n)+/,
      `contract: {inputs: [{name: x, dtype: float32, shape: [-1], ${input}}], outputs: []}\n`,
    );
  test.each([
    ["features", contract(`features: ${list(30_000, (i) => `f${i}`)}`)],
    ["features that repeat", contract(`features: ${list(30_000, () => "f")}`)],
    [
      "unknown nullable features",
      contract(`features: ${list(15_000, (i) => `f${i}`)}, nullable: ${list(15_000, (i) => `g${i}`)}`),
    ],
    ["features of the wrong kind", contract(`features: ${list(30_000, () => "1")}`)],
    ["typed features with unknown keys", contract(`features: ${list(8000, (i) => `{name: f${i}, x: 1}`)}`)],
    [
      "unknown metrics",
      VALID.replace(/metrics: \{.*/, `metrics: {${Array.from({ length: 15_000 }, (_, i) => `m${i}: 1`).join(",")}}`),
    ],
    ["slices of no kind", VALID.replace(/slices: \["country.*/, `slices: ${list(8000, () => "{x: 1}")}`)],
    ["unknown keys", VALID + Array.from({ length: 20_000 }, (_, i) => `k${i}: 1\n`).join("")],
    ["a version without end", VALID.replace("2.3.0", `1.0.0-${"0".repeat(100_000)}`)],
    ["an image without end", VALID.replace("europe-docker", `${"a/".repeat(50_000)}europe-docker`)],
  ])("%s", (_, text) => {
    const start = performance.now();
    expect(problemsOf(text).length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describeCorpus("naughty strings", (corpus) => {
  const naughty = JSON.parse(readFileSync(join(corpus, "hostile/blns_MIT.json"), "utf8")) as string[];
  const fields = pathsOfStrings(value, "");
  const isFree = (path: string) => /\/(description|intendedUse|limitations\/0|reason)$/.test(path);

  test("every string field is tried", () => expect(fields.length).toBeGreaterThan(60));

  test("free text takes each of them", () => {
    for (const text of naughty) {
      expect(problemsOf(withText(fields.filter(isFree), text)), JSON.stringify(text)).toEqual([]);
    }
  });

  test("any other field takes it, or says what is wrong", () => {
    const others = fields.filter((path) => !isFree(path));
    for (const [index, text] of naughty.entries()) {
      problemsOf(withText([others[index % others.length]!], text));
      problemsOf(withText(others, text));
    }
  });
});

function withText(fields: readonly string[], text: string): string {
  const root = structuredClone(value);
  for (const field of fields) {
    const parts = field.split("/").slice(1);
    const holder = parts.slice(0, -1).reduce<Record<string, unknown>>((at, part) => at[part] as never, root as never);
    holder[parts.at(-1)!] = text;
  }
  return JSON.stringify(root);
}

function pathsOfStrings(root: unknown, path: string): readonly string[] {
  if (typeof root === "string") return [path];
  if (typeof root !== "object" || root === null) return [];
  return Object.entries(root).flatMap(([key, member]) => pathsOfStrings(member, `${path}/${key}`));
}

test("300 mutated texts are refreshed to what their artifact says, or refused", () => {
  const signature = {
    name: "serving_default",
    method: "tensorflow/serving/predict",
    inputs: [{ name: "features", dtype: "int64" as const, shape: [-1, 4] }],
    outputs: [{ name: "score", dtype: "float32" as const, shape: [-1] }],
  };
  const digest = `sha256:${"ab".repeat(32)}`;
  const facts = { uri: "m", digest, signatures: [signature], tensorflowVersion: "2.16.1", kerasVersion: "3.1.0" };
  let refreshed = 0;
  for (let seed = 0; seed < 300; seed += 1) {
    try {
      const { text } = refreshManifest(mutateText(randomFrom(seed)), facts, "release.yaml");
      const again = refreshManifest(text, facts, "release.yaml");
      expect(again, `seed ${seed}`).toMatchObject({ text, changes: [] });
      refreshed += 1;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      expect(error.code, `seed ${seed}: ${error.message}`).toBe("manifest-invalid");
    }
  }
  expect(refreshed).toBeGreaterThan(30);
});
