import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import config from "../../rolldown.config.ts";
import { actionFiles } from "../workflows/examples.ts";
import { project } from "./project.ts";

interface Action {
  readonly name: string;
  readonly description: string;
  readonly author: string;
  readonly branding: { readonly icon: string; readonly color: string };
  readonly inputs: Readonly<Record<string, Input>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
}

interface Input {
  readonly description: string;
  readonly required?: boolean;
  readonly default?: string;
}

const COLORS = ["white", "black", "yellow", "blue", "green", "orange", "red", "purple", "gray-dark"];
const actions = actionFiles().map(
  (file) => [file, parse(readFileSync(join(project, file), "utf8")) as Action] as const,
);

test("every action has a name of its own", () => {
  const names = actions.map(([, { name }]) => name);
  expect(names).toHaveLength(6);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(actions)("%s", (file, { description, branding, inputs, outputs, runs }) => {
  test("is shown by the Marketplace: one line, an icon, a colour", () => {
    expect([description.length, description.includes("\n")]).toEqual([expect.toSatisfy((n) => n <= 125), false]);
    expect(branding).toEqual({ icon: expect.stringMatching(/^[a-z]+(-[a-z]+)*$/), color: expect.toBeOneOf(COLORS) });
  });

  test("runs a program of the bundle on Node 24", () => {
    expect(runs.using).toBe("node24");
    expect(join(project, file, "..", runs.main)).toContain(join(project, "actions/dist/"));
    expect(Object.keys(config.input as object)).toContain(basename(runs.main, ".js"));
  });

  test("says of every input what it is, and what it is where it is not given", () => {
    const silent = Object.entries(inputs).filter(([, input]) => !isDescribed(input));
    expect(silent.map(([name]) => name)).toEqual([]);
  });

  test("says of every output what it is", () => {
    const silent = Object.entries(outputs).filter(([, output]) => !/^\S.*\.$/.test(output.description));
    expect(silent.map(([name]) => name)).toEqual([]);
  });
});

function isDescribed({ description, required, default: fallback }: Input): boolean {
  if (!/^\S.*[.]$/.test(description)) return false;
  return required === true || fallback !== undefined || description.includes("Default, ");
}
