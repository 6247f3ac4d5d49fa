import { Failure } from "../../../shared/failure.ts";
import { nearest } from "../../../shared/schema/nearest.ts";
import { COMMANDS, COMMON_OPTIONS } from "./catalogue.ts";
import type { CommandDescription, Invocation, OptionDescription } from "./command.ts";

export type Request =
  | { readonly kind: "version" }
  | { readonly kind: "help"; readonly command: CommandDescription | null }
  | { readonly kind: "run"; readonly command: CommandDescription; readonly invocation: Invocation };

/** The words after `model-release`, understood or refused with the nearest word that exists. */
export function parseCommandLine(words: readonly string[]): Request {
  const [first, ...rest] = words;
  if (first === undefined || first === "--help" || first === "-h") return { kind: "help", command: null };
  if (first === "--version" || first === "-V") return { kind: "version" };
  if (first === "help") return { kind: "help", command: rest[0] === undefined ? null : findCommand(rest[0]) };

  const command = findCommand(first);
  const invocation = parseInvocation(command, rest);
  if (invocation.options.has("help")) return { kind: "help", command };
  checkArity(command, invocation.operands);
  return { kind: "run", command, invocation };
}

function findCommand(name: string): CommandDescription {
  const found = COMMANDS.find((command) => command.name === name);
  if (found !== undefined) return found;
  const names = COMMANDS.map((command) => command.name);
  const what = name.startsWith("-") ? "option" : "command";
  throw new Failure("usage", `There is no ${what} "${name}".`, {
    fix: suggestion(nearest(name, names), (near) => near, "Run `model-release --help` for the list."),
  });
}

function parseInvocation(command: CommandDescription, words: readonly string[]): Invocation {
  const options = new Map<string, string | true>();
  const operands: string[] = [];
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (word === "--") return { operands: [...operands, ...left], options };
    if (!word.startsWith("-") || word === "-") {
      operands.push(word);
      continue;
    }
    const [name, inline] = splitOption(word);
    const option = findOption(command, name, word);
    if (options.has(option.name)) throw misuse(command, `--${option.name} is given twice.`);
    options.set(
      option.name,
      option.value === undefined
        ? flag(command, option, inline)
        : requiredValue(command, option, inline ?? left.shift()),
    );
  }
  return { operands, options };
}

function splitOption(word: string): [string, string | undefined] {
  if (word === "-h") return ["help", undefined];
  const [name, ...value] = word.split("=");
  return [name!.replace(/^--/, ""), value.length === 0 ? undefined : value.join("=")];
}

function findOption(command: CommandDescription, name: string, word: string): OptionDescription {
  const known = [...command.options, ...COMMON_OPTIONS];
  const found = known.find((option) => option.name === name);
  if (found !== undefined) return found;
  const names = known.map((option) => option.name);
  throw new Failure("usage", `\`${command.name}\` has no option "${word}".`, {
    fix: suggestion(
      nearest(name.replace(/^-/, ""), names),
      (near) => `--${near}`,
      `Run \`model-release ${command.name} --help\` for its options.`,
    ),
  });
}

function flag(command: CommandDescription, option: OptionDescription, inline: string | undefined): true {
  if (inline === undefined) return true;
  throw misuse(command, `--${option.name} takes no value.`);
}

function requiredValue(command: CommandDescription, option: OptionDescription, value: string | undefined): string {
  if (value !== undefined && value !== "" && !value.startsWith("--")) return value;
  throw misuse(command, `--${option.name} needs a value: --${option.name} ${option.value}.`);
}

function checkArity(command: CommandDescription, operands: readonly string[]): void {
  const { min, max } = command.arity;
  if (operands.length < min) throw misuse(command, `\`${command.name}\` needs ${command.operands}.`);
  if (operands.length > max) {
    const taken = command.operands === "" ? "options only" : command.operands;
    throw misuse(command, `\`${command.name}\` takes ${taken}, and then "${operands[max]}" is too much.`);
  }
}

function misuse(command: CommandDescription, message: string): Failure {
  return new Failure("usage", message, { fix: `Run \`model-release ${command.name} --help\` for how it is used.` });
}

function suggestion(near: string | null, write: (near: string) => string, otherwise: string): string {
  return near === null ? otherwise : `Did you mean \`${write(near)}\`? ${otherwise}`;
}
