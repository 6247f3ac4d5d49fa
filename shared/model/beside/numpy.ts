import type { SafetyFinding } from "../safety/finding.ts";
import { damaged, littleEndian, partOf, readAt, readHead } from "./bytes.ts";
import { type Content, cannotBeJudged, findingAt } from "./content.ts";
import { findPickle } from "./pickle/pickle.ts";

const MAGIC = Buffer.from("\x93NUMPY", "latin1");
const MAX_HEADER_BYTES = 1 << 16;
/** Of `[('name', '<f4'), ('other', '|O')]`; only what is left names types, alone or several as in `i4,O`. */
const FIELD_NAMES = /(?<=\[|\),)\s*\(\s*(?:'[^']*'|"[^"]*")\s*,/g;
const FIX = "Save the array with a numeric dtype: arrays of objects are pickles.";

/** Null when the bytes are no NumPy array. An array of objects is a pickle behind a header. */
export function findInNumpy({ source, place }: Content): readonly SafetyFinding[] | null {
  if (!readHead(source, MAGIC.length).equals(MAGIC)) return null;
  const version = readAt(source, MAGIC.length, 1)[0] ?? 0;
  const width = version === 1 ? 2 : 4;
  const headerBytes = littleEndian(readAt(source, MAGIC.length + 2, width), 0, width);
  if (headerBytes > MAX_HEADER_BYTES) throw damaged("the header of the array is too long");
  const start = MAGIC.length + 2 + width;
  const header = readAt(source, start, headerBytes).toString("latin1");
  // Python reads the header as a literal, where any letter may be spelt as an escape.
  if (header.includes("\\")) return [cannotBeJudged(place, "the header of the array holds escapes")];
  if (!/O|object/.test(header.replace(FIELD_NAMES, ","))) return [];
  const data = partOf(source, start + headerBytes, source.sizeBytes - start - headerBytes);
  const pickles = findPickle({ place, source: data });
  return pickles.length > 0 ? pickles : [findingAt(place, "a NumPy array of Python objects, which is a pickle", FIX)];
}
