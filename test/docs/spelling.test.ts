import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseCommandLine } from "../../actions/release/commands/command-line.ts";
import { toFailure } from "../../shared/failure.ts";
import { project } from "../repo/project.ts";
import { pages } from "./page.ts";

const written = pages().map((page) => [page, readFileSync(join(project, page), "utf8")] as const);

describe.each(written)("%s", (_, text) => {
  test("every `model-release …` in a sentence is a command with options that it has", () => {
    expect(mentioned(text).flatMap((command) => misuse(command) ?? [])).toEqual([]);
  });

  test("no command hides where it would not be run", () => {
    expect(hidden(text)).toEqual([]);
  });
});

test("a planted mistake is named", () => {
  expect(mentioned("See `model-release inspekt x` and `model-release`.").flatMap((each) => misuse(each) ?? [])).toEqual(
    ['model-release inspekt x: There is no command "inspekt".'],
  );
  expect(hidden("prose\n\n    model-release verify\n\n```bash\ngit push\n```\n")).toEqual([
    "    model-release verify",
    "git push",
  ]);
});

function mentioned(text: string): readonly string[] {
  const prose = text.replaceAll(/^```[\s\S]*?^```/gm, "");
  return [...prose.matchAll(/`(model-release [a-z][^`]*)`/g)].map(([, command]) => command!);
}

/** What the parser of the command line holds against it, but for operands that a sentence leaves out. */
function misuse(command: string): string | null {
  const words = command.replaceAll(/\s+/g, " ").split(" ").slice(1);
  try {
    parseCommandLine(words);
    return null;
  } catch (thrown) {
    const { message } = toFailure(thrown);
    return /^`[a-z]+` needs /.test(message) ? null : `${command}: ${message}`;
  }
}

/** Commands in an indented block, or in a fence that is neither `sh` nor what is no command at all. */
function hidden(text: string): readonly string[] {
  const outside = text
    .replaceAll(/^```(sh|text|yaml|json|js|mermaid)\n[\s\S]*?^```$/gm, "")
    .replaceAll(/^<!-- generated: [\s\S]*?<!-- \/generated: \w+ -->$/gm, "");
  return outside
    .split("\n")
    .filter((line) => /^( {4}|\t|)(\$ )?(model-release|git|npm|npx|node|gh|gcloud|curl|python3?) \S/.test(line));
}
