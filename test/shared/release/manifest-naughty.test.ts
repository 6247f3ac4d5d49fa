import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describeCorpus } from "../../corpus.ts";
import { problemsOf, validValue } from "./mutate.ts";

describeCorpus("naughty strings", (corpus) => {
  const naughty = JSON.parse(readFileSync(join(corpus, "hostile/blns_MIT.json"), "utf8")) as string[];
  const fields = pathsOfStrings(validValue, "");
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
  const root = structuredClone(validValue);
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
