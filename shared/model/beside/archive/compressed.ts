import type { SafetyFinding } from "../../safety/finding.ts";
import { readAt, readHead } from "../bytes.ts";
import { type Content, cannotBeJudged, findingAt, memberOf, nameOf } from "../content.ts";
import { type Budget, isBomb } from "./limits.ts";
import { type Packing, startsZlib, TOO_LARGE, unpack } from "./unpack.ts";
import type { JudgeMember } from "./zip.ts";

const FIX = "Leave the file out of the artifact, or put it there unpacked.";

/** Formats that can be recognised and not opened: what is inside nobody here has seen. */
const CLOSED: readonly (readonly [hex: string, what: string])[] = [
  ["377abcaf271c", "a 7-Zip archive"],
  ["526172211a07", "a RAR archive"],
  ["fd377a585a00", "an xz-compressed file"],
  ["4c5a495001", "an lzip-compressed file"],
  ["04224d18", "an LZ4-compressed file"],
  ["1f9d90", "a file packed by compress"],
  ["5d00008000ffffffffffffffff", "an LZMA-compressed file"],
  ["4d53434600000000", "a Windows cabinet"],
  ["7801730d626260", "an Apple disk image"],
];
/** Formats whose sign alone might begin a text: more of their header has to fit. */
const CLOSED_TEXTS: readonly (readonly [form: RegExp, what: string])[] = [
  [/^BZh[1-9](1AY&SY|[^ -~]rE8P)/, "a bzip2-compressed file"],
  [/^07070[1-2][0-9A-Fa-f]{10}|^070707[0-7]{10}/, "a cpio archive"],
  [/^ZF0x[0-9a-f]{1,12} */, "a compressed pickle of an old joblib"],
];
/** Null when the bytes are not compressed as a whole. */
export function findInCompressed(
  content: Content,
  judgeMember: JudgeMember,
  budget: Budget,
): readonly SafetyFinding[] | null {
  const { source, place } = content;
  const head = readHead(source, 16);
  const closed = closedFormat(head);
  if (closed !== null) return [cannotBeJudged(place, `it is ${closed}, which is not opened here`)];
  const packing = packingOf(head);
  if (packing === null || (packing === "zlib" && !startsZlib(source))) return null;
  if (packing === "gzip" && declaresBomb(content)) return [findingAt(place, "a compressed file that explodes", FIX)];
  const unpacked = unpack(source, packing, budget);
  switch (unpacked.kind) {
    case "content": {
      const member = memberOf(place, nameOf(place).replace(/\.(gz|tgz|zst|z|zlib)$/i, ""));
      return judgeMember({ place: member, source: unpacked.source });
    }
    case "damaged":
      // Two bytes are a weak sign of zlib: what does not unpack is some other data.
      return packing === "zlib" ? null : [cannotBeJudged(place, "its compressed bytes are damaged")];
    case "bomb":
      return [findingAt(place, "a compressed file that explodes", FIX)];
    case "tooLarge":
      return [cannotBeJudged(place, TOO_LARGE)];
  }
}

function closedFormat(head: Buffer): string | null {
  const hex = head.toString("hex");
  const closed = CLOSED.find(([magic]) => hex.startsWith(magic))?.[1];
  if (closed !== undefined) return closed;
  const text = head.toString("latin1");
  return CLOSED_TEXTS.find(([form]) => form.test(text))?.[1] ?? null;
}

function packingOf(head: Buffer): Packing | null {
  if (head.length < 4) return null;
  const magic = head.readUInt32LE(0);
  if ((magic & 0xffffff) === 0x088b1f) return "gzip";
  if (magic === 0xfd2fb528) return "zstd";
  // Any window, though most writers take the largest.
  const isZlib = (head[0]! & 0x8f) === 0x08 && head.readUInt16BE(0) % 31 === 0 && (head[1]! & 0x20) === 0;
  return isZlib ? "zlib" : null;
}

/** A gzip file ends in its unpacked length. */
function declaresBomb({ source }: Content): boolean {
  if (source.sizeBytes < 18) return false;
  return isBomb(source.sizeBytes, readAt(source, source.sizeBytes - 4, 4).readUInt32LE(0));
}
