import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inputsTable, outputsTable, readAction } from "./action-tables.ts";

/** The tables in every action's README, from its action.yml. */
export function actionSections(project: string): readonly { file: string; name: string; text: string }[] {
  const folders = readdirSync(join(project, "actions")).sort();
  return folders
    .filter((folder) => existsSync(join(project, "actions", folder, "action.yml")))
    .flatMap((folder) => {
      const action = readAction(readFileSync(join(project, "actions", folder, "action.yml"), "utf8"));
      const file = `actions/${folder}/README.md`;
      return [
        { file, name: "inputs", text: inputsTable(action) },
        { file, name: "outputs", text: outputsTable(action) },
      ];
    });
}
