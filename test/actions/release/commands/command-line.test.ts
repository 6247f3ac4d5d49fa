import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../../../actions/release/commands/catalogue.ts";
import { parseCommandLine } from "../../../../actions/release/commands/command-line.ts";
import { helpText } from "../../../../actions/release/commands/help.ts";
import { styleFor } from "../../../../shared/action/terminal.ts";
import { Failure } from "../../../../shared/failure.ts";

const plainStyle = styleFor({ isTerminal: false, environment: {} });

function refusal(words: readonly string[]): Failure {
  try {
    parseCommandLine(words);
  } catch (thrown) {
    if (thrown instanceof Failure) return thrown;
  }
  throw new Error("was not refused");
}

test.each([
  ["nothing at all asks for help", [], "help"],
  ["--help", ["--help"], "help"],
  ["-h", ["-h"], "help"],
  ["help inspect", ["help", "inspect"], "help"],
  ["a command's --help wins over what is missing", ["inspect", "--help"], "help"],
  ["--version", ["--version"], "version"],
  ["a command with its operand", ["inspect", "model"], "run"],
])("%s", (_, words, kind) => {
  expect(parseCommandLine(words).kind).toBe(kind);
});

test.each([
  ["a flag", ["inspect", "m", "--json"], [["json", true]], ["m"]],
  ["options before operands", ["pack", "--out", "r.yaml", "m"], [["out", "r.yaml"]], ["m"]],
  ["a value after an equals sign", ["pack", "m", "--out=a=b.yaml"], [["out", "a=b.yaml"]], ["m"]],
  ["a folder that looks like an option, after --", ["inspect", "--", "--json"], [], ["--json"]],
])("%s", (_, words, options, operands) => {
  const request = parseCommandLine(words);
  expect(request).toMatchObject({ kind: "run", invocation: { operands } });
  if (request.kind === "run") expect([...request.invocation.options]).toEqual(options);
});

test.each([
  ["a mistyped command", ["insepct"], 'There is no command "insepct".', "Did you mean `inspect`?"],
  ["a command of nowhere", ["deploy"], 'There is no command "deploy".', "Run `model-release --help`"],
  ["an unknown first option", ["--jsno"], 'There is no option "--jsno".', "Run `model-release --help`"],
  ["a mistyped option", ["inspect", "m", "--jsno"], '`inspect` has no option "--jsno".', "Did you mean `--json`?"],
  ["another command's option", ["inspect", "m", "--out", "x"], '`inspect` has no option "--out".', "--help"],
  ["one dash", ["inspect", "m", "-json"], '`inspect` has no option "-json".', "Did you mean `--json`?"],
  ["a missing operand", ["inspect"], "`inspect` needs <savedmodel | release.yaml>.", "inspect --help"],
  ["one operand too many", ["inspect", "a", "b"], 'and then "b" is too much', "inspect --help"],
  ["a missing value", ["pack", "m", "--out"], "--out needs a value: --out FILE.", "pack --help"],
  ["an option where a value should be", ["pack", "m", "--out", "--json"], "--out needs a value", "pack --help"],
  ["an empty value", ["pack", "m", "--out="], "--out needs a value", "pack --help"],
  ["a flag with a value", ["inspect", "m", "--json=yes"], "--json takes no value.", "inspect --help"],
  ["an option given twice", ["inspect", "m", "--json", "--json"], "--json is given twice.", "inspect --help"],
])("%s is refused with what to do", (_, words, message, fix) => {
  const failure = refusal(words);
  expect(failure.code).toBe("usage");
  expect(failure.exitCode).toBe(2);
  expect(failure.message).toContain(message);
  expect(failure.fix).toContain(fix);
});

describe("help", () => {
  test("the overview names every command and fits a terminal", () => {
    const lines = helpText(null, plainStyle).split("\n");
    for (const { name } of COMMANDS) expect(lines.some((line) => line.startsWith(`  ${name} `))).toBe(true);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test.each(COMMANDS.map((command) => [command.name, command] as const))(
    "%s shows each option and an example",
    (_, command) => {
      const text = helpText(command, plainStyle);
      for (const { name } of command.options) expect(text).toContain(`--${name}`);
      for (const example of command.examples) expect(text).toContain(example);
    },
  );
});
