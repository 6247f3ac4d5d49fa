import { rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NOT_HERE } from "./not-here.ts";
import { blocksOf, type Command, pages } from "./page.ts";
import { type Passage, passagesOf } from "./passage.ts";
import { runPassage } from "./run-passage.ts";
import type { Ran } from "./script.ts";
import { lacks } from "./shape.ts";
import { layTemplate } from "./world.ts";

// Whoever follows a page sees what it says: every command of the docs is run, in a repository like its reader's.

const everything = pages().flatMap((page) => passagesOf(blocksOf(page)));
const passages = everything.filter(({ commands }) => commands.length > 0);
const ran = new Map<Command, Ran>();
let template = "";

beforeAll(async () => {
  template = await layTemplate();
  const left = [...passages];
  const worker = async () => {
    for (let passage = left.shift(); passage !== undefined; passage = left.shift()) {
      for (const [command, result] of await runPassage(passage, template)) ran.set(command, result);
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, worker));
}, 600_000);

afterAll(() => rmSync(template, { recursive: true, force: true }));

describe.each(passages.map((passage) => [titleOf(passage), passage] as const))("%s", (_, { commands }) => {
  test.each(commands.map((command) => [command.line, command.text, command] as const))(
    "line %i: %s",
    (_line, _text, command) => {
      const { exitCode, printed } = ran.get(command)!;
      if (!isInvalid(command, exitCode)) expect(exitCode, printed).toBe(command.exitCode);
      if (command.prints !== null) expect(lacks(printed, command.prints), printed).toEqual([]);
    },
  );
});

test("what cannot be run here is listed, and the list is short", () => {
  const skipped = everything.flatMap(({ notHere }) => notHere);
  expect(NOT_HERE.filter((each) => !skipped.some(({ reason }) => reason === each))).toEqual([]);
  expect(skipped.map(({ command }) => command.text)).toHaveLength(22);
});

/** A run of load calls itself invalid where the machine is busy with other work, which is its own right answer. */
function isInvalid({ text }: Command, exitCode: number): boolean {
  return text.startsWith("model-release load ") && exitCode === 3;
}

function titleOf({ page, given }: Passage): string {
  return given === null ? page : `${page}, given that ${given}`;
}
