import { readFileSync } from "node:fs";
import { join } from "node:path";
import { COMMANDS } from "../../actions/release/commands/catalogue.ts";
import { helpText } from "../../actions/release/commands/help.ts";
import zoo from "../../fixtures/keras-zoo.json" with { type: "json" };
import { styleFor } from "../../shared/action/terminal.ts";
import { FAMILIES } from "../../shared/adapters/embedded/kernels/table.ts";
import { renderEffects } from "../../shared/model/safety/effects/document.ts";
import type { JsonSchema } from "../../shared/schema/json-schema.ts";
import schema from "../../shared/schema/release.schema.json" with { type: "json" };
import { failureTable } from "./failure-table.ts";
import { schemaTables } from "./schema-table.ts";
import { type ZooRecord, zooTables } from "./zoo-tables.ts";

const EXAMPLE = "fixtures/releases/valid/binary.yaml";

interface GeneratedSection {
  readonly file: string;
  readonly name: string;
  readonly text: string;
}

/** Every part of the docs that the code itself knows best. */
export function generatedSections(): readonly GeneratedSection[] {
  return [
    { file: "actions/release/README.md", name: "commands", text: commandHelp() },
    { file: ".github/docs/errors.md", name: "codes", text: failureTable() },
    { file: ".github/docs/safety.md", name: "effects", text: renderEffects() },
    { file: ".github/docs/embedded.md", name: "zoo", text: zooTables(zoo as ZooRecord) },
    { file: ".github/docs/embedded.md", name: "operators", text: operatorTable() },
    { file: ".github/docs/manifest.md", name: "example", text: exampleManifest() },
    { file: ".github/docs/manifest.md", name: "fields", text: schemaTables(schema as JsonSchema) },
  ];
}

function operatorTable(): string {
  const rows = Object.entries(FAMILIES).map(([family, operators]) => {
    const names = Object.keys(operators).filter((name) => /^\w+$/.test(name));
    return `| ${family} | ${names
      .sort()
      .map((name) => `\`${name}\``)
      .join(" ")} |`;
  });
  return ["| family | operators |", "|---|---|", ...rows].join("\n");
}

function commandHelp(): string {
  const style = styleFor({ isTerminal: false, environment: {} });
  return COMMANDS.map((command) => `### ${command.name}\n\n\`\`\`text\n${helpText(command, style)}\n\`\`\``).join(
    "\n\n",
  );
}

/** The fixture that proves that everything may be said at once. */
function exampleManifest(): string {
  const text = readFileSync(join(import.meta.dirname, "../..", EXAMPLE), "utf8").replace(
    /^# yaml-language-server.*\n/,
    "",
  );
  return `\`\`\`yaml\n${text.trimEnd()}\n\`\`\``;
}
