import { foldedName } from "../../../release/folded-name.ts";
import type { SafetyFinding } from "../../safety/finding.ts";
import { findingAt, type Place } from "../content.ts";

const ESCAPE_FIX = "Pack the archive again with plain relative member names.";
const MAX_NAMED = 5;

/** Members that would be written outside the folder they are unpacked into, or over one another. */
export function findBadNames(place: Place, names: readonly string[]): readonly SafetyFinding[] {
  const problems = [...names.flatMap((name) => problemOf(name) ?? []), ...clashesOf(names)];
  const shown = problems
    .slice(0, MAX_NAMED)
    .map((problem) => findingAt(place, `an archive whose ${problem}`, ESCAPE_FIX));
  if (problems.length <= MAX_NAMED) return shown;
  const rest = `an archive with ${problems.length - MAX_NAMED} more members that escape or clash`;
  return [...shown, findingAt(place, rest, ESCAPE_FIX)];
}

/** Null when unpacking to this name stays inside the folder on every system. */
export function escapeOf(name: string): string | null {
  if (name.includes("\0")) return "has a NUL in its name";
  if (name.includes("\\")) return "has a backslash in its name, a separator on Windows";
  if (name.startsWith("/")) return "has an absolute path";
  if (/^[A-Za-z]:/.test(name)) return "names a drive";
  if (name.split("/").includes("..")) return "escapes its folder";
  return null;
}

function problemOf(name: string): string | null {
  const problem = name === "" ? "has no name" : escapeOf(name);
  return problem === null ? null : `member ${quote(name)} ${problem}`;
}

function clashesOf(names: readonly string[]): readonly string[] {
  const seen = new Map<string, string>();
  return names.flatMap((name) => {
    const key = foldedName(name.replace(/\/+$/, ""));
    const other = seen.get(key);
    seen.set(key, name);
    if (other === undefined) return [];
    return other === name
      ? [`member ${quote(name)} appears twice`]
      : [`members ${quote(other)} and ${quote(name)} are one file on systems that ignore case`];
  });
}

export function quote(name: string): string {
  return JSON.stringify(name.length > 120 ? `${name.slice(0, 120)}…` : name);
}
