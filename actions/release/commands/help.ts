import type { Style } from "../../../shared/ports/style.ts";
import { COMMANDS, COMMON_OPTIONS } from "./catalogue.ts";
import type { CommandDescription, OptionDescription } from "./command.ts";

const WIDTH = 96;

export function helpText(command: CommandDescription | null, style: Style): string {
  return command === null ? overview(style) : commandHelp(command, style);
}

function overview(style: Style): string {
  return [
    "Release TensorFlow models the way you release code.",
    "",
    `${style.bold("Usage")}  model-release <command> [options]`,
    "",
    style.bold("Commands"),
    ...columns(COMMANDS.map(({ name, summary }) => [name, summary])),
    "",
    style.bold("Options"),
    ...columns([
      ["--version", "print the version"],
      ["--help", "show this help; `model-release <command> --help` shows a command's"],
    ]),
    "",
    style.bold("Exit"),
    "  0 pass or done, 1 fail, 2 wrong use or input, 3 inconclusive, 4 our own or the platform's fault",
  ].join("\n");
}

function commandHelp(command: CommandDescription, style: Style): string {
  return [
    `${style.bold(`model-release ${command.name}`)}: ${command.summary}.`,
    "",
    `${style.bold("Usage")}  ${usage(command)}`,
    "",
    ...wrap(command.details, WIDTH),
    "",
    style.bold("Options"),
    ...columns([...command.options, ...COMMON_OPTIONS].map((option) => [optionUsage(option), option.description])),
    "",
    style.bold("Examples"),
    ...command.examples.map((example) => `  ${example}`),
  ].join("\n");
}

function usage({ name, operands }: CommandDescription): string {
  return ["model-release", name, operands, "[options]"].filter((word) => word !== "").join(" ");
}

function optionUsage({ name, value }: OptionDescription): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const left = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows.flatMap(([name, text]) =>
    wrap(text, WIDTH - left - 2).map((line, index) => `  ${(index === 0 ? name : "").padEnd(left)}${line}`),
  );
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
