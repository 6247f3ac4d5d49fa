import { parse } from "yaml";

export interface ActionParameter {
  readonly description: string;
  readonly required?: boolean;
  readonly default?: string;
}

export interface ActionMetadata {
  readonly inputs: Readonly<Record<string, ActionParameter>>;
  readonly outputs: Readonly<Record<string, ActionParameter>>;
}

export function readAction(text: string): ActionMetadata {
  const { inputs, outputs } = parse(text) as Partial<ActionMetadata>;
  return { inputs: inputs ?? {}, outputs: outputs ?? {} };
}

/** The README's inputs table, from action.yml alone. */
export function inputsTable({ inputs }: ActionMetadata): string {
  const rows = Object.entries(inputs).map(([name, input]) => {
    const fallback = input.required ? "required" : input.default ? `\`${input.default}\`` : "";
    return `| \`${name}\` | ${cell(input.description)} | ${fallback} |`;
  });
  return ["| input | meaning | default |", "| --- | --- | --- |", ...rows].join("\n");
}

export function outputsTable({ outputs }: ActionMetadata): string {
  const rows = Object.entries(outputs).map(([name, { description }]) => `| \`${name}\` | ${cell(description)} |`);
  return ["| output | meaning |", "| --- | --- |", ...rows].join("\n");
}

function cell(text: string): string {
  return text.trim().replaceAll(/\s+/g, " ").replaceAll("|", "\\|");
}
