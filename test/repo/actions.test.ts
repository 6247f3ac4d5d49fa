import { expect, test } from "vitest";
import { disagreements } from "./actions.ts";
import { project } from "./project.ts";

test("action.yml, inputs.ts and the README tables of every action agree", async () => {
  expect(await disagreements(`${project}/actions`)).toEqual([]);
});

test("planted drift is named, agreement is silent", async () => {
  expect(await disagreements(`${project}/test/repo/planted/drifting`)).toEqual([
    "drifts: inputs.ts never reads dry-run",
    "drifts: action.yml lacks dryrun",
    "drifts: README's outputs are stale",
  ]);
});
