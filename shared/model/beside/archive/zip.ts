import type { ByteSource } from "../../../ports/files.ts";
import type { SafetyFinding } from "../../safety/finding.ts";
import { partOf } from "../bytes.ts";
import { type Content, cannotBeJudged, findingAt, memberOf, type Place } from "../content.ts";
import { type Budget, isBomb, MAX_DECLARED_BYTES, MAX_MEMBERS } from "./limits.ts";
import { findBadNames, quote } from "./member-names.ts";
import { TOO_LARGE, unpack } from "./unpack.ts";
import type { ZipDirectory, ZipMember } from "./zip-directory.ts";
import { checkLayout, ENCRYPTED_FLAGS } from "./zip-layout.ts";

/** The judge of what is inside; it comes from outside so that archives may nest. */
export type JudgeMember = (content: Content) => readonly SafetyFinding[];

const FIX = "Pack the archive again with an ordinary zip tool, or leave it out of the artifact.";
const KINDS: ReadonlyMap<number, string> = new Map([
  [0xa000, "a symbolic link"],
  [0x2000, "a device"],
  [0x6000, "a device"],
  [0x1000, "a pipe"],
  [0xc000, "a socket"],
]);

export function findInZip(
  { source, place }: Content,
  directory: ZipDirectory,
  judgeMember: JudgeMember,
  budget: Budget,
): readonly SafetyFinding[] {
  const explosion = explosionOf(directory);
  if (explosion !== null) return [findingAt(place, `an archive that explodes: ${explosion}`, FIX)];
  const names = findBadNames(
    place,
    directory.members.map((member) => member.name),
  );
  const { problems, dataStarts, overlaps } = checkLayout(source, directory);
  const layout = problems.map((problem) => findingAt(place, `an archive that ${problem}`, FIX));
  if (overlaps) return [...names, ...layout];
  const members = directory.members.flatMap((member, index) => {
    const start = dataStarts[index];
    if (start === undefined || member.name.endsWith("/")) return [];
    return judgeOne(partOf(source, start, member.packedBytes), place, member, judgeMember, budget);
  });
  return [...names, ...layout, ...members];
}

function explosionOf({ members, declaredMembers }: ZipDirectory): string | null {
  if (declaredMembers > MAX_MEMBERS || members.length > MAX_MEMBERS) return `it holds more than ${MAX_MEMBERS} members`;
  const bomb = members.find((member) => isBomb(member.packedBytes, member.sizeBytes));
  if (bomb !== undefined) return `member ${quote(bomb.name)} grows from ${bomb.packedBytes} to ${bomb.sizeBytes} bytes`;
  const grown = members.reduce((sum, member) => sum + Math.max(0, member.sizeBytes - member.packedBytes), 0);
  return grown > MAX_DECLARED_BYTES ? `it grows by ${grown} bytes` : null;
}

function judgeOne(
  packed: ByteSource,
  outer: Place,
  member: ZipMember,
  judgeMember: JudgeMember,
  budget: Budget,
): readonly SafetyFinding[] {
  const place = memberOf(outer, member.name);
  const kind = KINDS.get(member.mode & 0xf000);
  if (kind !== undefined) return [findingAt(place, `a member of an archive that is ${kind}`, FIX)];
  if ((member.flags & ENCRYPTED_FLAGS) !== 0) return [cannotBeJudged(place, "it is encrypted")];
  if (member.method === 0)
    return [...lieOf(place, member.sizeBytes, packed), ...judgeMember({ place, source: packed })];
  if (member.method !== 8) return [cannotBeJudged(place, `compression method ${member.method} is not read here`)];
  const unpacked = unpack(packed, "raw", budget, member.sizeBytes);
  switch (unpacked.kind) {
    case "content":
      return [...lieOf(place, member.sizeBytes, unpacked.source), ...judgeMember({ place, source: unpacked.source })];
    case "bomb":
      return [findingAt(place, "a member of an archive that explodes", FIX)];
    case "damaged":
      return [cannotBeJudged(place, "its compressed bytes are damaged")];
    case "tooLarge":
      return [cannotBeJudged(outer, TOO_LARGE)];
  }
}

function lieOf(place: Place, declaredBytes: number, { sizeBytes }: ByteSource): readonly SafetyFinding[] {
  return sizeBytes === declaredBytes ? [] : [findingAt(place, "a member of an archive that lies about its size", FIX)];
}
