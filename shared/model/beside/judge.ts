import type { SafetyFinding } from "../safety/finding.ts";
import { findInCompressed } from "./archive/compressed.ts";
import { type Budget, createBudget, MAX_DEPTH } from "./archive/limits.ts";
import { findInTar, isTar } from "./archive/tar.ts";
import { findInZip, type JudgeMember } from "./archive/zip.ts";
import { readZipDirectory } from "./archive/zip-directory.ts";
import { isDamage, readHead } from "./bytes.ts";
import { type Content, cannotBeJudged, extensionOf, nameOf } from "./content.ts";
import { findExecutable } from "./executable.ts";
import { findInHdf5 } from "./hdf5/hdf5.ts";
import { findInKerasJson } from "./keras/json-file.ts";
import { findInKerasMetadata } from "./keras/metadata.ts";
import { findInNumpy } from "./numpy.ts";
import { findPickle } from "./pickle/pickle.ts";

type Finder = (content: Content) => readonly SafetyFinding[] | null;

const ZIP_SIGNS: ReadonlySet<string> = new Set(["504b0304", "504b0506", "504b0708"]);
const CONTAINER_NAMES: ReadonlyMap<string, string> = new Map([
  [".keras", "a Keras model"],
  [".h5", "an HDF5 file"],
  [".hdf5", "an HDF5 file"],
  [".zip", "a zip archive"],
  [".npz", "a NumPy archive"],
  [".tar", "a tar archive"],
  [".tgz", "a compressed archive"],
  [".gz", "a compressed file"],
  [".bz2", "a compressed file"],
  [".xz", "a compressed file"],
  [".7z", "a 7-Zip archive"],
  [".rar", "a RAR archive"],
  ...[".pkl", ".pickle", ".joblib", ".dill", ".pth"].map((name) => [name, "a Python pickle"] as const),
]);

/** One file of an artifact, and what is packed inside it, judged by content; nothing is executed or written. */
export function judgeContent(content: Content): readonly SafetyFinding[] {
  return judgeWithin(content, createBudget());
}

function judgeWithin(content: Content, budget: Budget): readonly SafetyFinding[] {
  const { place, source } = content;
  if (place.members.length > MAX_DEPTH)
    return [cannotBeJudged(place, `it is nested deeper than ${MAX_DEPTH} archives`)];
  if (source.sizeBytes === 0) return [];
  const plain = guarded(content, (it) => [...findExecutable(it), ...findPickle(it)]) ?? [];
  if (plain.length > 0) return plain;
  // A polyglot is several formats at once, so none of them ends the search.
  const found = findersFor(budget).map((finder) => guarded(content, finder));
  const isKnown = found.some((findings) => findings !== null);
  return isKnown ? found.flatMap((findings) => findings ?? []) : unrecognised(content);
}

function findersFor(budget: Budget): readonly Finder[] {
  const judgeMember = (member: Content) => judgeWithin(member, budget);
  return [
    (content) => findInArchive(content, judgeMember, budget),
    (content) => (isTar(content.source) ? findInTar(content, judgeMember) : null),
    (content) => findInCompressed(content, judgeMember, budget),
    findInHdf5,
    findInNumpy,
    findInKerasJson,
    (content) => (nameOf(content.place) === "keras_metadata.pb" ? findInKerasMetadata(content) : null),
  ];
}

function findInArchive(content: Content, judgeMember: JudgeMember, budget: Budget): readonly SafetyFinding[] | null {
  const directory = readZipDirectory(content.source);
  if (directory !== null) return findInZip(content, directory, judgeMember, budget);
  const isCutOff = ZIP_SIGNS.has(readHead(content.source, 4).toString("hex"));
  return isCutOff ? [cannotBeJudged(content.place, "it is a zip archive without a readable directory")] : null;
}

/** Null from a finder says "not my format"; damage inside a recognised format is a finding. */
function guarded(content: Content, finder: Finder): readonly SafetyFinding[] | null {
  try {
    return finder(content);
  } catch (error) {
    if (isDamage(error)) return [cannotBeJudged(content.place, error.message)];
    throw error;
  }
}

function unrecognised(content: Content): readonly SafetyFinding[] {
  const what = CONTAINER_NAMES.get(extensionOf(content.place));
  return what === undefined ? [] : [cannotBeJudged(content.place, `it is named like ${what} and is none`)];
}
