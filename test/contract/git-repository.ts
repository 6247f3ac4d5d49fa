import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gitRepositories } from "../../shared/adapters/git/repositories.ts";
import type { Content, History, Laid } from "./history.ts";

const AUTHOR = "author A <a@example.com> 0 +0000\ncommitter A <a@example.com> 0 +0000\n";

/** A real repository below `scratch`, its history laid down by `git fast-import`. */
export async function layRepository(scratch: string, history: History): Promise<Laid & { readonly folder: string }> {
  const folder = mkdtempSync(join(scratch, "git-"));
  git(folder, ["init", "--quiet", "--template=", "--initial-branch=unborn"]);
  const marks = new Map(history.commits.map(({ name }, index) => [name, index + 1]));
  const branches = Object.entries(history.branches ?? {});
  const stream = history.commits.flatMap(({ name, parents = [], files }) => [
    Buffer.from(`commit refs/heads/commit-${marks.get(name)}\nmark :${marks.get(name)}\n${AUTHOR}data 0\n`),
    Buffer.from(parents.map((each, index) => `${index === 0 ? "from" : "merge"} :${marks.get(each)}\n`).join("")),
    Buffer.from("deleteall\n"),
    ...Object.entries(files).map(([path, content]) => fileCommand(path, content)),
  ]);
  const resets = branches.map(([branch, name]) => `reset refs/heads/${branch}\nfrom :${marks.get(name)}\n`);
  git(folder, ["fast-import", "--quiet", "--force"], Buffer.concat([...stream, Buffer.from(resets.join(""))]));
  const names = [...marks.values()].map((mark) => `commit-${mark}`);
  const hashes = git(folder, ["rev-parse", ...names]).split("\n");
  const commits = Object.fromEntries([...marks].map(([name, mark]) => [name, hashes[mark - 1]!]));
  // As Git writes it: a branch, or a commit by its hash.
  const head = branches.some(([branch]) => branch === history.head)
    ? `ref: refs/heads/${history.head}`
    : commits[history.head];
  writeFileSync(join(folder, ".git/HEAD"), `${head}\n`);
  const repository = await gitRepositories(process.env).find(folder);
  return { repository: repository!, commits, folder };
}

/** Git, away from this machine's configuration. */
export function git(folder: string, command: readonly string[], input?: Uint8Array): string {
  const environment = { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: "1" };
  const identity = ["-c", "user.name=A", "-c", "user.email=a@example.com"];
  return execFileSync("git", [...identity, ...command], { cwd: folder, env: environment, input, encoding: "utf8" });
}

function fileCommand(path: string, content: Content): Buffer {
  const quoted = `"${path.replaceAll(/["\\]/g, "\\$&").replaceAll("\n", "\\n")}"`;
  if (content === "submodule") return Buffer.from(`M 160000 ${"1".repeat(40)} ${quoted}\n`);
  const [mode, bytes] = modeAndBytes(content);
  return Buffer.concat([Buffer.from(`M ${mode} inline ${quoted}\ndata ${bytes.length}\n`), bytes, Buffer.from("\n")]);
}

function modeAndBytes(content: Exclude<Content, "submodule">): readonly [string, Uint8Array] {
  if (content instanceof Uint8Array) return ["100644", content];
  if (typeof content === "string") return ["100644", Buffer.from(content)];
  return "program" in content ? ["100755", Buffer.from(content.program)] : ["120000", Buffer.from(content.link)];
}
