import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { project } from "./repo/project.ts";

/** A program that Go builds from a module of one version, kept in `.cache`. */
export interface GoProgram {
  /** The folder below `.cache`, with the version in its name. */
  readonly folder: string;
  /** As in `github.com/rhysd/actionlint/cmd/actionlint@v1.7.12`. */
  readonly module: string;
}

/** Where the program is; it is built first where it is asked for and missing, which takes minutes. */
export function goProgram({ folder, module }: GoProgram, isRequired: boolean): string {
  const bin = join(project, ".cache", folder);
  const path = join(bin, module.replace(/@.*$/, "").split("/").at(-1)!);
  if (!isRequired || existsSync(path)) return path;
  mkdirSync(bin, { recursive: true });
  execFileSync("go", ["install", module], { env: { ...process.env, GOBIN: bin }, stdio: "inherit" });
  return path;
}
