import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Failure } from "../../shared/failure.ts";
import type { CopyLimits, FileChange, Repository } from "../../shared/ports/repository.ts";
import type { CommitSpec, Content, History, Laid } from "../contract/history.ts";

type Files = Readonly<Record<string, Content>>;

/** A repository in memory. What is renamed is the same to the last byte; nothing is fetched by Git LFS. */
export function fakeRepository(history: History, place: Partial<Pick<Repository, "folder" | "isShallow">> = {}): Laid {
  const hashes = Object.fromEntries(history.commits.map(({ name }) => [name, hashOf(name)]));
  const byHash = new Map(history.commits.map((commit) => [hashOf(commit.name), commit]));
  const filesOf = (commit: string): Files => {
    const found = byHash.get(commit)?.files;
    if (found === undefined)
      throw new Failure("internal", `${commit} is no commit's hash`, { fix: "Correct the test." });
    return found;
  };
  const repository: Repository = {
    top: "/repository",
    folder: "",
    isShallow: false,
    ...place,
    resolve: async (revision) => resolve(revision, history, byHash),
    mergeBase: async (one, other) => ancestors(one, byHash).find((each) => ancestors(other, byHash).includes(each)),
    read: async ({ commit, path }, maxBytes) => read(filesOf(commit), { commit, path, maxBytes }),
    copy: async ({ commit, path }, into, limits) => copy(filesOf(commit), { commit, path, into, limits }),
    changes: async ({ from, to }, names) =>
      changes(from === null ? new Map() : ofNames(filesOf(from), names), ofNames(filesOf(to), names)),
  };
  return { repository, commits: hashes };
}

function hashOf(name: string): string {
  return createHash("sha1").update(name).digest("hex");
}

function resolve(
  revision: string,
  { head, branches = {} }: History,
  byHash: ReadonlyMap<string, CommitSpec>,
): string | undefined {
  const [, name = "", suffix = ""] = /^(.*?)((?:\^\d|~\d)*)$/s.exec(revision) ?? [];
  const plain = name.replace(/^refs\/heads\//, "");
  const start = plain === "HEAD" ? (branches[head] ?? head) : branches[plain];
  let commit = start === undefined ? plain : hashOf(start);
  for (const [, kind, count] of suffix.matchAll(/([\^~])(\d)/g)) {
    const steps = kind === "^" ? [Number(count)] : Array<number>(Number(count)).fill(1);
    for (const parent of steps) commit = hashOf(byHash.get(commit)?.parents?.[parent - 1] ?? "nothing");
  }
  return byHash.has(commit) ? commit : undefined;
}

/** Itself first, then by distance. */
function ancestors(commit: string, byHash: ReadonlyMap<string, CommitSpec>): readonly string[] {
  const found = new Set([commit]);
  for (const each of found) for (const parent of byHash.get(each)?.parents ?? []) found.add(hashOf(parent));
  return [...found];
}

interface Reading {
  readonly commit: string;
  readonly path: string;
  readonly maxBytes: number;
}

function read(files: Files, { commit, path, maxBytes }: Reading): Uint8Array | undefined {
  const content = files[path];
  const shown = `${path} at ${commit.slice(0, 12)}`;
  const refuse = (what: string): never => {
    throw new Failure("file-refused", `${shown} is a ${what}`, { fix: "Name a plain file." });
  };
  if (content === undefined) return below(files, path).length > 0 ? refuse("folder") : undefined;
  if (content === "submodule") return refuse("submodule");
  if (typeof content === "object" && "link" in content) return refuse("link");
  const bytes = bytesOf(content);
  if (bytes.length <= maxBytes) return bytes;
  throw new Failure("limit-exceeded", `${shown} has ${bytes.length} bytes, more than ${maxBytes}`, {
    fix: "Shorten it.",
  });
}

interface Copying {
  readonly commit: string;
  readonly path: string;
  readonly into: string;
  readonly limits: CopyLimits;
}

function copy(files: Files, { commit, path, into, limits }: Copying): void {
  const shown = `${path} at ${commit.slice(0, 12)}`;
  const found = below(files, path);
  if (found.length === 0) {
    const what = files[path] === undefined ? "does not exist" : "is not a folder";
    throw new Failure("artifact-missing", `${shown} ${what}`, { fix: "Correct it." });
  }
  const refused = found.flatMap(([name, content]) => {
    if (content === "submodule") return [`${name} is a submodule`];
    if (typeof content === "object" && "link" in content) return [`${name} is a symbolic link`];
    return name.includes("\\") ? [`${name} is no name of a file`] : [];
  });
  if (refused.length > 0)
    throw new Failure("artifact-refused", `${shown} cannot be released: ${refused.join("; ")}`, { fix: "Correct it." });
  const bytes = found.reduce((sum, [, content]) => sum + bytesOf(content).length, 0);
  if (found.length > limits.maxFiles || bytes > limits.maxBytes) {
    const what = `${shown} has more than ${limits.maxFiles} files or ${limits.maxBytes} bytes`;
    throw new Failure("limit-exceeded", what, { fix: "Shrink it." });
  }
  const pointers = found.filter(([, content]) =>
    Buffer.from(bytesOf(content)).toString().startsWith("version https://git-lfs"),
  );
  if (pointers.length > 0) {
    const message = `${shown} holds Git LFS pointers where files should be: ${pointers.map(([name]) => name).join(", ")}`;
    throw new Failure("lfs-pointer", message, { fix: `Run git lfs fetch origin ${commit}.` });
  }
  for (const [name, content] of found) {
    mkdirSync(dirname(join(into, name)), { recursive: true });
    const mode = typeof content === "object" && "program" in content ? 0o755 : 0o644;
    writeFileSync(join(into, name), bytesOf(content), { mode });
  }
}

function below(files: Files, path: string): readonly (readonly [string, Content])[] {
  const prefix = `${path}/`;
  return Object.entries(files)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, content]) => [name.slice(prefix.length), content] as const);
}

function bytesOf(content: Content): Uint8Array {
  if (content instanceof Uint8Array) return content;
  if (typeof content === "string") return Buffer.from(content);
  return Buffer.from("program" in content ? content.program : content.link);
}

function ofNames(files: Files, names: readonly string[]): ReadonlyMap<string, string> {
  const named = Object.entries(files).filter(([path]) => names.includes(path.slice(path.lastIndexOf("/") + 1)));
  return new Map(named.map(([path, content]) => [path, Buffer.from(bytesOf(content)).toString("latin1")]));
}

function changes(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly FileChange[] {
  const gone = [...before.keys()].filter((path) => !after.has(path));
  const found: FileChange[] = [];
  for (const [path, content] of after) {
    if (before.has(path)) {
      if (before.get(path) !== content) found.push({ kind: "changed", path });
      continue;
    }
    const from = gone.find((each) => before.get(each) === content);
    if (from === undefined) found.push({ kind: "added", path });
    else {
      gone.splice(gone.indexOf(from), 1);
      found.push({ kind: "renamed", path, from });
    }
  }
  found.push(...gone.map((path): FileChange => ({ kind: "deleted", path })));
  return found.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
