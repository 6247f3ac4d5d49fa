import { parseEvidence } from "../../shared/evidence/document.ts";
import type { Evidence } from "../../shared/evidence/evidence.ts";
import { Failure, toFailure } from "../../shared/failure.ts";
import type { FileEntry, Files } from "../../shared/ports/files.ts";
import { quote } from "../../shared/schema/phrases.ts";

/** Evidence as it was handed over: of what it says, and true as far as whoever wrote it is. */
export interface GivenEvidence {
  /** The folder that it lies in, from the one that was handed over; empty for that itself. */
  readonly folder: string;
  readonly evidence: Evidence;
}

/** What was handed over, and why some of it is no evidence. */
export interface HandedOver {
  readonly given: readonly GivenEvidence[];
  readonly refused: readonly Failure[];
}

const FILE = "evidence.json";
const MAX_FILE_BYTES = 32 * 2 ** 20;
/** Of all files together, so that reading takes seconds whatever was handed over. */
const MAX_BYTES = 128 * 2 ** 20;
export const MOST_FILES = 128;

/** `validate` calls the folders of one model `churn`, `churn-2` and so on, in the order of their manifests. */
export function inWalkOrder(path: string, other: string): number {
  const [[name, number], [otherName, otherNumber]] = [numbered(path), numbered(other)];
  if (name === otherName) return number - otherNumber;
  return name < otherName ? -1 : 1;
}

/** Every `evidence.json` below the folder. Other files are left alone, and no name in any of them is ever a path. */
export async function readHandedOver(folder: string, files: Files): Promise<HandedOver> {
  const given: GivenEvidence[] = [];
  const refused: Failure[] = [];
  for (const { path } of await listed(folder, files)) {
    const parent = path.slice(0, Math.max(0, path.length - FILE.length - 1));
    try {
      const title = parent === "" ? FILE : `${quote(parent).slice(1, -1)}/${FILE}`;
      const text = await files.read(`${folder}/${path}`, MAX_FILE_BYTES);
      given.push({ folder: parent, evidence: parseEvidence(text, title) });
    } catch (thrown) {
      refused.push(toFailure(thrown));
    }
  }
  return { given, refused };
}

function numbered(path: string): readonly [name: string, number: number] {
  const [, name = "", number = "1"] = /^(.*?)(?:-(\d{1,9}))?\/[^/]*$/.exec(path) ?? [];
  return [name, Number(number)];
}

/** A link among them refuses them all: it could lead to whatever else this job may read. */
async function listed(folder: string, files: Files): Promise<readonly FileEntry[]> {
  const found = (await files.list(folder)).filter(({ path }) => path === FILE || path.endsWith(`/${FILE}`));
  const bytes = found.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (found.length <= MOST_FILES && bytes <= MAX_BYTES)
    return found.toSorted((one, other) => inWalkOrder(one.path, other.path));
  throw new Failure("limit-exceeded", `${found.length} files of evidence with ${bytes} bytes were handed over`, {
    fix: `Hand over ${MOST_FILES} files and ${MAX_BYTES} bytes at most.`,
  });
}
