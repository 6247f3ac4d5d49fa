import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { project } from "../repo/project.ts";
import { actionFiles, ownFolder, usesIn, workflowFiles } from "../workflows/examples.ts";

/** Somebody else's action, and the program here that takes its place. */
interface StandIn {
  readonly action: string;
  readonly program: string;
  /** Why it cannot run here. */
  readonly reason: string;
}

/** All of an example that is not what it says. Everything else runs as it is written. */
export const STAND_INS: readonly StandIn[] = [
  {
    action: "actions/checkout",
    program: "checkout.ts",
    reason: "fetches from github.com; here from a repository on disk, which takes pushes from the app alone",
  },
  {
    action: "actions/create-github-app-token",
    program: "app-token.ts",
    reason: "asks github.com for the token of an app that has a key there",
  },
  {
    action: "google-github-actions/auth",
    program: "google-auth.ts",
    reason: "asks Google for the token of a job that GitHub vouches for; the emulator asks for none",
  },
  { action: "actions/setup-node", program: "setup-node.ts", reason: "downloads Node; what runs act has it already" },
  {
    action: "actions/upload-artifact",
    program: "upload-artifact.ts",
    reason: "lies on github.com; here it is the same client of GitHub's",
  },
  {
    action: "actions/download-artifact",
    program: "download-artifact.ts",
    reason: "lies on github.com; here it is the same client of GitHub's",
  },
];

const OURS = "OWNER/model-release@COMMIT";

/** A folder for every action that any example uses: our own as they are committed, with their bundle, and the stand-ins. */
export function layActions(scratch: string): Readonly<Record<string, string>> {
  const house = join(scratch, "model-release");
  for (const path of [...actionFiles(), "actions/dist"])
    cpSync(join(project, path), join(house, path), { recursive: true });
  const laid = STAND_INS.map((each) => [each.action, layStandIn(scratch, each)] as const);
  const pinned = othersActions().map((uses) => [uses, folderOf(uses, new Map(laid))] as const);
  return { ...Object.fromEntries(pinned), [OURS]: house };
}

/** As `owner/name@commit`, of whatever folder in it. */
export function othersActions(): readonly string[] {
  const uses = workflowFiles()
    .filter((file) => file.startsWith("workflows-examples/"))
    .flatMap(usesIn)
    .filter((use) => ownFolder(use) === null);
  return [...new Set(uses.map(({ uses }) => uses))].sort();
}

function layStandIn(scratch: string, { action, program }: StandIn): string {
  const folder = join(scratch, "stand-ins", action);
  mkdirSync(folder, { recursive: true });
  const address = pathToFileURL(join(import.meta.dirname, "stand-ins", program));
  writeFileSync(join(folder, "action.yml"), `name: ${action}\nruns: { using: node24, main: main.mjs }\n`);
  writeFileSync(join(folder, "main.mjs"), `await import(${JSON.stringify(address)});\n`);
  return folder;
}

function folderOf(uses: string, laid: ReadonlyMap<string, string>): string {
  const folder = laid.get(uses.split("@", 1)[0]!);
  if (folder === undefined) throw new Error(`nothing stands in for ${uses}`);
  return folder;
}
