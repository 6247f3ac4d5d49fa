import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { scanBytes } from "./scanning.ts";

const root = join(import.meta.dirname, "../../../../fixtures/models");
const families = readdirSync(root).filter((name) => name.startsWith("beside-"));

/** Files written by .github/tools/make-beside-files.py, each with a phrase of its finding, or null for none. */
describe.each(families)("%s", (family) => {
  const cases: Record<string, string | null> = JSON.parse(readFileSync(join(root, family, "expected.json"), "utf8"));

  test("lists every file", () => {
    const files = readdirSync(join(root, family), { recursive: true, encoding: "utf8" })
      .filter((path) => statSync(join(root, family, path)).isFile() && path !== "expected.json")
      .map((path) => path.replaceAll("\\", "/"));
    expect(files.sort()).toEqual(Object.keys(cases).sort());
  });

  test.each(Object.entries(cases))("%s: %s", async (file, phrase) => {
    const findings = await scanBytes(file, readFileSync(join(root, family, file)));
    const reasons = findings.map(({ reason }) => reason);
    if (phrase === null) expect(reasons).toEqual([]);
    else expect(reasons.join("\n")).toContain(phrase);
  });
});
