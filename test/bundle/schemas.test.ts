import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { describe, expect, inject, test } from "vitest";
import { parse } from "yaml";
import { compile, rulesOf } from "../../shared/schema/compile.ts";
import type { JsonSchema } from "../../shared/schema/json-schema.ts";
import { evidenceOf } from "../actions/report/world.ts";
import { project } from "./build.ts";

const FOLDER = join(project, "shared/schema");
const names = readdirSync(FOLDER).flatMap((file) => /^(.+)\.schema\.json$/.exec(file)?.[1] ?? []);
const EXAMPLE = join(project, "workflows-examples/minimal/spend/release.yaml");

/** A document to begin with; without one, an empty one. */
const WHOLE: Readonly<Record<string, unknown>> = {
  evidence: JSON.parse(evidenceOf()),
  release: parse(readFileSync(EXAMPLE, "utf8")),
};

describe.each(names)("of the schema %s", (name) => {
  const schema = JSON.parse(readFileSync(join(FOLDER, `${name}.schema.json`), "utf8")) as JsonSchema;

  test.each(["all", "first"] as const)("what was compiled beforehand finds what ajv finds: %s", async (report) => {
    const path = join(inject("bundle"), `schema-${name}-${report}.js`);
    const { whole, branches } = await import(pathToFileURL(path).href);
    const ready = rulesOf(whole);
    const compiled = compile(schema, report);
    const keys = Object.keys(schema.properties ?? {});
    fc.assert(
      fc.property(fc.array(changeOf(keys), { maxLength: 4 }), (changes) => {
        const [ours, theirs] = [0, 1].map(() => changed(structuredClone(WHOLE[name] ?? {}), changes));
        expect(ready(ours)).toEqual(compiled.whole(theirs));
        // Defaults are filled in alike.
        expect(ours).toEqual(theirs);
      }),
      { numRuns: 60, seed: 7 },
    );
    for (const reference of Object.keys(branches)) {
      for (const value of VALUES)
        expect(rulesOf(branches[reference])(value)).toEqual(compiled.branch(reference)!(structuredClone(value)));
    }
  });
});

test("a manifest that is whole has nothing against it", async () => {
  const { whole } = await import(pathToFileURL(join(inject("bundle"), "schema-release-all.js")).href);
  expect(rulesOf(whole)(structuredClone(WHOLE.release))).toEqual([]);
});

const VALUES: readonly unknown[] = [null, true, -1, 0.5, 1e300, "", "2026-02-30", "sha256:00", [], [[]], {}, { a: 1 }];

interface Change {
  /** Which of all values below, in the order that they are met. */
  readonly place: number;
  readonly key: string;
  readonly value: unknown;
}

function changeOf(keys: readonly string[]): fc.Arbitrary<Change> {
  return fc.record({
    place: fc.nat(200),
    key: fc.constantFrom("unknown", ...keys),
    value: fc.constantFrom(undefined, ...VALUES),
  });
}

/** Puts something else, or nothing, in the place of a value; or adds a key. */
function changed(document: unknown, changes: readonly Change[]): unknown {
  for (const { place, key, value } of changes) {
    const holders = holdersIn(document);
    const holder = holders[place % holders.length];
    if (holder === undefined) return document;
    const own = Object.keys(holder);
    const at = own.length === 0 || place % 3 === 0 ? key : own[place % own.length]!;
    if (Array.isArray(holder))
      holder.splice(place % (holder.length + 1), 1, ...(value === undefined ? [] : [structuredClone(value)]));
    else if (value === undefined) delete holder[at];
    else holder[at] = structuredClone(value);
  }
  return document;
}

function holdersIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== "object" || value === null) return [];
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(holdersIn)];
}
