import { createHash } from "node:crypto";
import type { LedgerPast, LedgerRewrite, LedgerRewrites } from "../../ports/ledger-past.ts";
import { ask, demand, type Place, readBlob } from "./call.ts";
import { FETCHED, readLedgerFile } from "./ledger-branch.ts";
import type { Environment } from "./safety.ts";
import { listFolder } from "./tree.ts";

const NEWLINE = 0x0a;
/** A push adds a few lines: whoever added more is compared byte by byte. */
const MOST_LINES_A_PUSH = 32;
const MOST_FOUND = 200;

/** The ledger's branch as the commits of this clone tell it. No program that the repository names is run. */
export function gitLedgerPast(folder: string, environment: Environment): LedgerPast {
  const place: Place = { folder, environment };
  return {
    seen: async () => {
      const { exitCode, stdout } = await ask(place, ["rev-parse", "--quiet", "--verify", `${FETCHED}^{commit}`]);
      return exitCode === 0 ? stdout.trim() : null;
    },
    holds: async (tip, seen) => (await ask(place, ["merge-base", "--is-ancestor", seen, tip])).exitCode === 0,
    rewrites: (tip) => rewritesUpTo(place, tip),
  };
}

async function rewritesUpTo(place: Place, tip: string): Promise<LedgerRewrites> {
  const log = ["log", "--reverse", "--topo-order", "--diff-merges=separate", "--raw", "--no-abbrev", "--no-renames"];
  const said = await demand(place, [...log, "--format=tformat:commit %H", tip, "--"]);
  const { commits, versions } = versionsIn(said);
  const found: LedgerRewrite[] = [];
  const beginnings = await beginningsOf(place, tip);
  /** Files that are, at this commit, something else than a beginning of what they are today. */
  const astray = new Set<string>();
  for (const version of versions) {
    if (found.length === MOST_FOUND) break;
    const known = beginnings.both(version);
    const line = await rewrittenLine(version, known, place);
    const { commit, name } = version;
    const isMended = known.before !== undefined || astray.has(name);
    if (line !== undefined) found.push({ commit, name, line, isMended });
    if (known.after !== undefined) astray.delete(name);
    else if (line !== undefined && isMended) astray.add(name);
  }
  return { found, commits, isWhole: await isWhole(place, tip) };
}

/** What one commit made of one file: the objects before and after. */
interface Version {
  readonly commit: string;
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

const HEAD = /^commit ([0-9a-f]+)$/;
const CHANGE = /^:\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) \w+\t(.*)$/;

function versionsIn(log: string): { readonly commits: number; readonly versions: readonly Version[] } {
  const versions: Version[] = [];
  const commits = new Set<string>();
  let commit = "";
  for (const line of log.split("\n")) {
    commit = HEAD.exec(line)?.[1] ?? commit;
    commits.add(commit);
    const [, before = "", after = "", name = ""] = CHANGE.exec(line) ?? [];
    if (name !== "") versions.push({ commit, name, before: objectOf(before), after: objectOf(after) });
  }
  commits.delete("");
  return { commits: commits.size, versions };
}

function objectOf(hash: string): string | null {
  return /^0+$/.test(hash) ? null : hash;
}

/** How much of the file of today each is; undefined where it is no beginning of it. */
interface Known {
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** The first line that is no longer as it was, null where the file is gone; undefined where it was only added to. */
async function rewrittenLine(version: Version, known: Known, place: Place): Promise<number | null | undefined> {
  const { before, after } = version;
  if (before === null || (known.before ?? Number.POSITIVE_INFINITY) <= (known.after ?? -1)) return undefined;
  if (after === null) return null;
  return firstChange(await readBlob(place, before), await readBlob(place, after));
}

interface Beginnings {
  both(version: Version): Known;
}

/** Told by their hashes alone: what was only added to need not be read again. */
async function beginningsOf(place: Place, tip: string): Promise<Beginnings> {
  const files = new Map<string, Uint8Array>();
  for (const entry of await listFolder(place, tip))
    if (entry.kind === "file") files.set(entry.name, await readLedgerFile(place, entry));
  const known = new Map<string, number>();
  const last = new Map<string, number>();
  const find = (name: string, object: string | null): number | undefined => {
    if (object === null) return undefined;
    const key = `${name} ${object}`;
    const found = known.get(key) ?? beginning(files.get(name), object, last.get(name) ?? 0);
    if (found === undefined) return undefined;
    known.set(key, found);
    last.set(name, found);
    return found;
  };
  return { both: ({ name, before, after }) => ({ before: find(name, before), after: find(name, after) }) };
}

function beginning(bytes: Uint8Array | undefined, object: string, from: number): number | undefined {
  if (bytes === undefined) return undefined;
  let end = from;
  for (let lines = 0; lines <= MOST_LINES_A_PUSH; lines += 1) {
    if (blobHash(bytes.subarray(0, end), object.length) === object) return end;
    const newline = bytes.indexOf(NEWLINE, end);
    if (newline === -1) return undefined;
    end = newline + 1;
  }
  return undefined;
}

/** As Git names a file: by SHA-1, or by SHA-256 where the repository was made so. */
function blobHash(bytes: Uint8Array, digits: number): string {
  const hash = createHash(digits === 40 ? "sha1" : "sha256");
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

/** The first whole line that is not in the newer file as it was; a last line that was cut off may be dropped. */
function firstChange(old: Uint8Array, now: Uint8Array): number | undefined {
  const whole = old.lastIndexOf(NEWLINE) + 1;
  let line = 1;
  for (let index = 0; index < whole; index += 1) {
    if (old[index] !== now[index]) return line;
    if (old[index] === NEWLINE) line += 1;
  }
  return undefined;
}

/** What a shallow clone calls a beginning still names the commit before it. */
async function isWhole(place: Place, tip: string): Promise<boolean> {
  const roots = (await demand(place, ["rev-list", "--max-parents=0", tip, "--"])).split("\n").filter(Boolean);
  for (const root of roots.slice(0, MOST_FOUND))
    if (/^parent /m.test((await demand(place, ["cat-file", "commit", root])).split("\n\n")[0]!)) return false;
  return true;
}
