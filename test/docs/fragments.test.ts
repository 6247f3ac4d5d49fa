import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { readAction } from "../../.github/scripts/action-tables.ts";
import { toFailure } from "../../shared/failure.ts";
import { parseManifest } from "../../shared/release/manifest.ts";
import { project } from "../repo/project.ts";
import { workflowFiles } from "../workflows/examples.ts";
import { fencesOf, pages } from "./page.ts";
import { lacks } from "./shape.ts";

// What a page shows to copy is what the parser, the actions and the examples know.

interface Job {
  readonly permissions?: unknown;
  readonly steps?: readonly { readonly uses?: string; readonly with?: object }[];
}

interface Fragment {
  readonly jobs?: Readonly<Record<string, Job>>;
}

/** A page leaves out what a reader has anyway: the task is the whole manifest's, and so is any digest. */
const WHOLES = ["binary", "regression"].map((task) => parse(read(`fixtures/releases/valid/${task}.yaml`)) as object);
const DIGEST = `sha256:${"0".repeat(64)}`;
const PINS = new Set(
  workflowFiles().flatMap((file) => [...read(file).matchAll(/uses: (\S+@[0-9a-f]{40})/g)].map(([, pin]) => pin)),
);

const fragments = pages().flatMap((page) =>
  fencesOf(read(page).split("\n"))
    .filter(({ language, lines }) => language === "yaml" && !lines[0]!.startsWith("# before:"))
    .map(({ line, lines }) => [`${page}:${line}`, lines.join("\n").replaceAll("sha256:…", DIGEST)] as const),
);
const parsed = fragments.map(([title, text]) => [title, parse(text) as Fragment] as const);
const workflows = parsed.filter(([, { jobs }]) => jobs !== undefined);
const manifests = parsed.filter(([, value]) => Object.keys(value).every((key) => key in WHOLES[0]!));

describe.each(workflows)("the workflow at %s", (_, { jobs }) => {
  const own = Object.values(jobs!).filter(({ steps }) => steps !== undefined);
  const steps = own.flatMap((job) => job.steps!);

  test("says what each job may do", () => {
    expect(own.filter(({ permissions }) => permissions === undefined)).toEqual([]);
  });

  test("pins what the examples pin", () => {
    const theirs = steps.flatMap(({ uses }) => uses ?? []).filter((uses) => !uses.startsWith("OWNER/"));
    expect(theirs.filter((uses) => !PINS.has(uses))).toEqual([]);
  });

  test("gives our actions inputs that they have", () => {
    expect(steps.flatMap(unknownInputs)).toEqual([]);
  });
});

test.each(manifests)("the part of a manifest at %s is one", (_, value) => {
  const faults = WHOLES.map((whole) => faultOf({ ...whole, ...value }));
  expect(faults).toContain(null);
});

test("what the README shows of the demo is what the demo printed", () => {
  const [, shown] = /```text\n(2 {2}One that[\s\S]*?)```/.exec(read("README.md"))!;
  expect(shown!.split("\n").length).toBeGreaterThan(20);
  expect(lacks(read(".github/docs/demo.txt"), shown!)).toEqual([]);
});

test("there is something to look at", () => {
  expect(workflows.length).toBeGreaterThan(5);
  expect(manifests.length).toBeGreaterThan(2);
});

function unknownInputs({ uses = "", with: inputs = {} }: NonNullable<Job["steps"]>[number]): readonly string[] {
  const [, folder] = /^OWNER\/model-release(\/[^@]+)?@COMMIT$/.exec(uses) ?? [];
  if (!uses.startsWith("OWNER/")) return [];
  const declared = readAction(read(`${folder?.slice(1) ?? "."}/action.yml`)).inputs;
  return Object.keys(inputs)
    .filter((name) => !(name in declared))
    .map((name) => `${uses} has no input ${name}`);
}

function faultOf(manifest: object): string | null {
  try {
    parseManifest(stringify(manifest), "release.yaml");
    return null;
  } catch (thrown) {
    return toFailure(thrown).message;
  }
}

function read(file: string): string {
  return readFileSync(join(project, file), "utf8");
}
