import { describe, expect, test } from "vitest";
import type { CommandPorts } from "../../../../../actions/release/commands/command.ts";
import { play } from "../../../../../actions/release/commands/demo/play.ts";
import { type Act, expectThat } from "../../../../../actions/release/commands/demo/scene.ts";
import { styleFor } from "../../../../../shared/action/terminal.ts";
import { Failure } from "../../../../../shared/failure.ts";
import type { Stage } from "../../../../../shared/ports/stage.ts";

/** A stage where nothing is, but whoever plays is heard. */
function theatre(signal = new AbortController().signal) {
  const printed: string[] = [];
  const kept: string[] = [];
  const stage = {
    folder: "/stage",
    style: styleFor({ isTerminal: false, environment: {} }),
    activity: { say: () => {}, rest: () => {} },
    print: (line: string) => void printed.push(line),
    keep: () => void kept.push("kept"),
  } as unknown as Stage;
  let elapsedMs = 0;
  const clock = { elapsedMs: () => (elapsedMs += 500) };
  return { printed, kept, given: { ports: { clock } as CommandPorts, stage, signal } };
}

function act(title: string, perform: Act["play"]): Act {
  return { title, about: "What it is about.", play: perform };
}

describe("a play", () => {
  test("prints each act as it goes, and remembers what was told", async () => {
    const { printed, kept, given } = theatre();
    const { acts } = await play(
      [
        act("One", async ({ tell, show }) => {
          tell("check", "✓ pass", "good");
          show(["a line", ""]);
        }),
        act("Two", async ({ tell }) => tell("merge", "word ".repeat(20).trim())),
      ],
      given,
    );
    expect(printed).toEqual([
      "\n1  One",
      "   What it is about.",
      "   check          ✓ pass",
      "   │ a line",
      "   │",
      "\n2  Two",
      "   What it is about.",
      `   merge          ${"word ".repeat(16).trim()}`,
      `                  ${"word ".repeat(4).trim()}`,
    ]);
    expect(acts.map(({ title, seconds, lines }) => ({ title, seconds, lines: lines.length }))).toEqual([
      { title: "One", seconds: 0.5, lines: 1 },
      { title: "Two", seconds: 0.5, lines: 1 },
    ]);
    expect(kept).toEqual([]);
  });

  test("ends where an act goes otherwise than its script, names the step, and keeps the stage", async () => {
    const { printed, kept, given } = theatre();
    const acts = [act("One", async () => expectThat(1 > 2, "one is more than two")), act("Two", async () => {})];
    const failed = await play(acts, given).catch((thrown) => thrown as Failure);
    expect(failed).toMatchObject({
      exitCode: 4,
      message: expect.stringMatching(/^The demo went off its script in step 1, "One": .* that one is more than two/),
      fix: expect.stringContaining("/stage, which is kept"),
    });
    expect(kept).toEqual(["kept"]);
    expect(printed.join()).not.toContain("Two");
  });

  test("keeps nothing where somebody asked for its end", async () => {
    const controller = new AbortController();
    const { kept, given } = theatre(controller.signal);
    const interrupted = act("One", async () => {
      controller.abort();
      throw new Failure("internal", "cut short", { fix: "Report this." });
    });
    await expect(play([interrupted], given)).rejects.toMatchObject({ code: "interrupted", exitCode: 4 });
    expect(kept).toEqual([]);
  });
});
