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
  const known = [...command.options, ...COMMON_OPTIONS];
  const options = new Map<string, string | true>();
  const operands: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]!;
    if (word === "--") return { operands: [...operands, ...words.slice(index + 1)], options };
    if (!word.startsWith("-") || word === "-") {
      operands.push(word);
      continue;
    }
    const [name, inlineValue] = splitOption(word);
    const option = findOption(name, word, { command, known });
    if (options.has(option.name)) throw misuse(command, `--${option.name} is given twice.`);
    if (option.value === undefined) {
      if (inlineValue !== undefined) throw misuse(command, `--${option.name} takes no value.`);
      options.set(option.name, true);
      continue;
    }
    const value = inlineValue ?? words[(index += 1)];
    if (value === undefined || value === "" || (inlineValue === undefined && value.startsWith("--"))) {
      throw misuse(command, `--${option.name} needs a value: --${option.name} ${option.value}.`);
    }
    options.set(option.name, value);
  }
  return { operands, options };
}

function splitOption(word: string): [string, string | undefined] {
  if (word === "-h") return ["help", undefined];
  const equals = word.indexOf("=");
  return equals === -1
    ? [word.replace(/^-+/, ""), undefined]
    : [word.slice(0, equals).replace(/^-+/, ""), word.slice(equals + 1)];
}

interface OptionScope {
  readonly command: CommandDescription;
  readonly known: readonly OptionDescription[];
}

function findOption(name: string, word: string, { command, known }: OptionScope): OptionDescription {
  const found = word.startsWith("--") || word === "-h" ? known.find((option) => option.name === name) : undefined;
  if (found !== undefined) return found;
  const near = nearest(
    name,
    known.map((option) => option.name),
  );
  throw new Failure("usage", `\`${command.name}\` has no option "${word}".`, {
    fix: suggestion(near, (option) => `--${option}`, `Run \`model-release ${command.name} --help\` for its options.`),
  });
}

function checkArity(command: CommandDescription, operands: readonly string[]): void {
  const { min, max } = command.arity;
  if (operands.length < min) throw misuse(command, `\`${command.name}\` needs ${command.operands}.`);
  if (operands.length > max) {
    throw misuse(command, `\`${command.name}\` takes ${command.operands}, and then "${operands[max]}" is too much.`);
  }
}

function misuse(command: CommandDescription, message: string): Failure {
  return new Failure("usage", message, { fix: `Run \`model-release ${command.name} --help\` for how it is used.` });
}

function suggestion(near: string | null, write: (near: string) => string, otherwise: string): string {
  return near === null ? otherwise : `Did you mean \`${write(near)}\`? ${otherwise}`;
}
