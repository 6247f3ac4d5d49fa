import { failureDocument, toFailure } from "../../shared/failure.ts";
import type { Style } from "../../shared/ports/style.ts";
import type { CommandPorts } from "./commands/command.ts";
import { parseCommandLine } from "./commands/command-line.ts";
import { helpText } from "./commands/help.ts";

export interface Invoked {
  readonly words: readonly string[];
  readonly version: string;
  readonly style: Style;
  readonly print: (text: string) => void;
  /** Made only for a command that runs: help and version need none. */
  readonly ports: (verbose: boolean) => CommandPorts;
}

/** One call of `model-release`: words → command → result, printed as text or as one JSON document. */
export async function run({ words, version, style, print, ports }: Invoked): Promise<number> {
  const request = parseCommandLine(words);
  if (request.kind === "version") {
    print(version);
    return 0;
  }
  if (request.kind === "help") {
    print(helpText(request.command, style));
    return 0;
  }

  const { command, invocation } = request;
  const isJson = invocation.options.has("json");
  try {
    const execute = await command.load();
    const result = await execute(invocation, ports(invocation.options.has("verbose")));
    if (!result.isTold) print(isJson ? json(result.document) : result.text(style));
    return result.exitCode;
  } catch (thrown) {
    if (isJson) print(json(failureDocument(toFailure(thrown))));
    throw thrown;
  }
}

// In a job's log `##[` starts a workflow command anywhere in a line, and controls and bidirectional overrides can redraw
// a terminal: JSON itself escapes only some of them. The escapes are the same JSON values.
const UNSAFE = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|(?<=##)\[/gu;

function json(document: unknown): string {
  const lines = JSON.stringify(document, null, 2).split("\n");
  return lines.map((line) => line.replace(UNSAFE, escapeOne)).join("\n");
}

function escapeOne(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
