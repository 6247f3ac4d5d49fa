import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Where what the sources say was built, with nothing of this repository around it. */
    readonly bundle: string;
  }
}

export const project = join(import.meta.dirname, "../..");

/** Builds once for every suite that runs a bundle. */
export function setup({ provide }: TestProject): () => void {
  const scratch = mkdtempSync(join(tmpdir(), "model-release-bundle-"));
  const bundle = join(scratch, "dist");
  build(project, bundle);
  provide("bundle", bundle);
  return () => rmSync(scratch, { recursive: true });
}

export function build(sources: string, into: string): void {
  const rolldown = join(sources, "node_modules/rolldown/bin/cli.mjs");
  execFileSync(process.execPath, [rolldown, "--config", "--dir", into], {
    cwd: sources,
    stdio: "pipe",
    encoding: "utf8",
  });
}

/** The same sources elsewhere: what is built of them may not tell where they lay. */
export function copySources(into: string): void {
  mkdirSync(into, { recursive: true });
  for (const name of SOURCES) {
    cpSync(join(project, name), join(into, name), { recursive: true, filter: (path) => path !== COMMITTED });
  }
  symlinkSync(join(project, "node_modules"), join(into, "node_modules"));
}

export const COMMITTED = join(project, "actions/dist");
const SOURCES = [
  "actions",
  "shared",
  "workflows-examples/minimal/.github",
  ".github/scripts",
  "LICENSE",
  "package.json",
  "package-lock.json",
  "rolldown.config.ts",
  "tsconfig.json",
];

/** Every file's bytes by its name. */
export function read(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "latin1")]));
}
