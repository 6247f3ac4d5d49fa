import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { onTestFinished } from "vitest";
import { parse } from "yaml";
import { project, projectFiles } from "../repo/project.ts";

/** One `uses:` of a workflow, with what it is given. */
export interface Use {
  readonly file: string;
  readonly uses: string;
  readonly inputs: readonly string[];
}

/** Where a model repository's own copy of this project stands in for its owner and its commit. */
const OURS = /OWNER\/model-release(\/[^@\s]+)?@COMMIT(?: # its release)?/g;
const COMMIT = "0123456789abcdef0123456789abcdef01234567";

/** The examples, by the names of their folders. */
export const examples: readonly string[] = readdirSync(join(project, "workflows-examples"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

/** Every workflow of this repository: its own, and those that it shows. */
export function workflowFiles(): readonly string[] {
  return projectFiles().filter((file) =>
    /^(workflows-examples\/[^/]+\/)?\.github\/workflows\/[^/]+\.ya?ml$/.test(file),
  );
}

/** Every action's metadata, the one at the top among it. */
export function actionFiles(): readonly string[] {
  return projectFiles().filter((file) => /^(actions\/[^/]+\/)?action\.ya?ml$/.test(file));
}

/** A repository that our actions lie in, so that a linter sees their inputs. */
export function asRepository(workflows: readonly string[]): string {
  const folder = scratch();
  mkdirSync(join(folder, ".git"));
  for (const file of actionFiles()) {
    cpSync(join(project, file), join(folder, file));
    const { runs } = parse(read(file)) as { readonly runs: { readonly main: string } };
    // Whether a program is built is for the bundle's own suite.
    writeInto(folder, join(file, "..", runs.main), "");
  }
  for (const file of workflows) {
    const text = read(file).replaceAll(OURS, (_, path = "/") => `.${path}`);
    writeInto(folder, workflowPath(file), text);
  }
  writeInto(folder, ".github/actionlint.yaml", "self-hosted-runner: {labels: [gpu]}\n");
  return folder;
}

/** What a user has who filled the placeholders in. */
export function asCopied(workflows: readonly string[]): string {
  const folder = scratch();
  for (const file of workflows) {
    const pinned = read(file).replaceAll(OURS, (_, path = "") => `OWNER/model-release${path}@${COMMIT} # v1.0.0`);
    writeInto(folder, workflowPath(file), pinned.replaceAll(/\bref: COMMIT\b/g, `ref: ${COMMIT}`));
  }
  return folder;
}

export function usesIn(file: string): readonly Use[] {
  const { jobs } = parse(read(file)) as { readonly jobs: Readonly<Record<string, Job>> };
  return Object.values(jobs)
    .flatMap((job) => [job, ...(job.steps ?? [])])
    .flatMap(({ uses, with: given }) => (uses === undefined ? [] : [{ file, uses, inputs: Object.keys(given ?? {}) }]));
}

/** The folder of this repository that a `uses:` of ours names; null for somebody else's action. */
export function ownFolder({ uses }: Pick<Use, "uses">): string | null {
  const [, remote] = /^OWNER\/model-release(\/[^@]+)?@COMMIT$/.exec(uses) ?? [];
  if (uses.startsWith("OWNER/")) return join(".", remote ?? "");
  return uses.startsWith("./") ? join(".", uses) : null;
}

interface Job extends Step {
  readonly steps?: readonly Step[];
}

interface Step {
  readonly uses?: string;
  readonly with?: object;
}

/** Side by side, whichever folder each is from. */
function workflowPath(file: string): string {
  const [, example = ""] = /^workflows-examples\/([^/]+)\//.exec(file) ?? [];
  return join(".github/workflows", `${example}${example && "-"}${basename(file)}`);
}

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), "workflows-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function writeInto(folder: string, path: string, text: string): void {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function read(file: string): string {
  return readFileSync(join(project, file), "utf8");
}
