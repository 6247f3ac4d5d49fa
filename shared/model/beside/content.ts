import type { ByteSource } from "../../ports/files.ts";
import type { SafetyFinding } from "../safety/finding.ts";

/** Where bytes were found: a file of the artifact, then the members of the archives inside it. */
export interface Place {
  readonly file: string;
  readonly members: readonly string[];
}

/** Bytes to be judged; their name is a hint. */
export interface Content {
  readonly place: Place;
  readonly source: ByteSource;
}

export const memberOf = (place: Place, member: string): Place => ({ ...place, members: [...place.members, member] });

export function nameOf(place: Place): string {
  const path = place.members.at(-1) ?? place.file;
  return path.slice(path.lastIndexOf("/") + 1);
}

/** With the dot, in lower case; empty without one. */
export function extensionOf(place: Place): string {
  const name = nameOf(place);
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? "" : name.slice(dot).toLowerCase();
}

export function findingAt(place: Place, reason: string, fix: string): SafetyFinding {
  return { operator: null, node: null, file: place.file, path: place.members, reason, fix };
}

/** What cannot be judged is refused: the gate fails closed. */
export function cannotBeJudged(place: Place, why: string): SafetyFinding {
  return findingAt(
    place,
    `cannot be judged: ${why}`,
    "Remove the file from the artifact, or replace it by a readable one.",
  );
}
