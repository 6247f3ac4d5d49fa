import { COMMANDS } from "../../actions/release/commands/catalogue.ts";
import { helpText } from "../../actions/release/commands/help.ts";
import { styleFor } from "../../shared/action/terminal.ts";
import { renderEffects } from "../../shared/model/safety/effects/document.ts";

interface GeneratedSection {
  readonly file: string;
  readonly name: string;
  readonly text: string;
}

/** Every part of the docs that the code itself knows best. */
export function generatedSections(): readonly GeneratedSection[] {
  return [
    { file: "actions/release/README.md", name: "commands", text: commandHelp() },
    { file: ".github/docs/safety.md", name: "effects", text: renderEffects() },
  ];
}

function commandHelp(): string {
  const style = styleFor({ isTerminal: false, environment: {} });
  return COMMANDS.map((command) => `### ${command.name}\n\n\`\`\`text\n${helpText(command, style)}\n\`\`\``).join(
    "\n\n",
  );
}
