import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

export const project: string = resolve(import.meta.dirname, "../..");

/** Files that Git knows or would add: what a reader of the repository sees. */
export function projectFiles(): readonly string[] {
  const output = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], {
    cwd: project,
  });
  return output
    .toString()
    .split("\0")
    .filter((file) => file !== "" && existsSync(join(project, file)));
}
