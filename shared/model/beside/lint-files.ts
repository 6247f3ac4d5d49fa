import type { ByteSource, FileEntry, Files } from "../../ports/files.ts";
import { readAt } from "./bytes.ts";
import { anchorFinder } from "./lint/anchors.ts";
import { dataFileKind } from "./lint/data-file.ts";
import { findPersonalPaths, PATH_ANCHORS } from "./lint/personal-paths.ts";
import { findSecrets, SECRET_ANCHORS } from "./lint/secrets.ts";

/** What does not belong into a release, though it harms no machine: secrets fail, the rest is a warning. */
export interface FileLint {
  readonly rule: "secret" | "personal-path" | "data-file";
  readonly level: "fail" | "warn";
  readonly file: string;
  readonly message: string;
  readonly fix: string;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

const WINDOW_BYTES = 1 << 20;
/** Longer than anything looked for, so that nothing is cut in two between windows. */
const OVERLAP_BYTES = 8192;
const MAX_SCANNED_BYTES = 64 << 20;
const SHARD_SAMPLE_BYTES = 1 << 20;
const MAX_LINTS_PER_FILE = 10;
const SHARD = /\.data-[0-9]{5}-of-[0-9]{5}$/;
const anchorsIn = anchorFinder([...SECRET_ANCHORS, ...PATH_ANCHORS]);
const SECRET_FIX = "Remove the secret from the artifact, and revoke it where it was issued: Git keeps it for ever.";
const PATH_FIX = "Save the model from a neutral folder if the path should not be published.";
const DATA_FIX = "Keep data out of the artifact, or put what the model needs under assets/.";

/**
 * Files are read in windows of 1 MiB: whole up to 64 MiB, beyond that the first and last 32 MiB;
 * of a variables shard, which is tensors, the first and last MiB.
 */
export async function lintFiles(
  directory: string,
  entries: readonly FileEntry[],
  files: Files,
): Promise<readonly FileLint[]> {
  return entries.flatMap((entry) => {
    using source = files.open(`${directory}/${entry.path}`);
    return [...lintName(entry, source), ...lintSource(source, entry.path)];
  });
}

/** The same rules for text that is no file of the artifact: a manifest. */
export function lintText(text: string, file: string): readonly FileLint[] {
  const bytes = Buffer.from(text, "utf8");
  return lintSource({ sizeBytes: bytes.length, read: (at, length) => bytes.subarray(at, at + length) }, file);
}

function lintName({ path }: FileEntry, source: ByteSource): readonly FileLint[] {
  const kind = dataFileKind(path, readAt(source, 0, Math.min(16, source.sizeBytes)));
  if (kind === null) return [];
  return [{ rule: "data-file", level: "warn", file: path, message: `${path} is ${kind}`, fix: DATA_FIX }];
}

function lintSource(source: ByteSource, file: string): readonly FileLint[] {
  const secrets = new Map<number, string>();
  const paths = new Map<number, string>();
  for (const { from, to } of windowsOf(source.sizeBytes, SHARD.test(file))) {
    const bytes = readAt(source, from, to - from);
    const anchors = anchorsIn(bytes);
    if (anchors.size === 0) continue;
    const text = bytes.toString("latin1");
    for (const { offset, kind } of findSecrets(text, anchors)) secrets.set(from + offset, kind);
    for (const { offset, path } of findPersonalPaths(text, anchors)) paths.set(from + offset, path);
  }
  const found = [...secrets].slice(0, MAX_LINTS_PER_FILE).map(([offset, kind]): FileLint => {
    const message = `${file} holds what looks like ${kind}, at byte ${offset}`;
    return { rule: "secret", level: "fail", file, message, fix: SECRET_FIX };
  });
  return [...found, ...pathLint(paths, file)];
}

/** One warning a file: a graph repeats the same path at every node. */
function pathLint(paths: ReadonlyMap<number, string>, file: string): readonly FileLint[] {
  const [first] = paths;
  if (first === undefined) return [];
  const more = paths.size > 1 ? `, and ${paths.size - 1} more like it` : "";
  const message = `${file} holds a person's path, ${first[1]}, at byte ${first[0]}${more}`;
  return [{ rule: "personal-path", level: "warn", file, message, fix: PATH_FIX }];
}

function windowsOf(sizeBytes: number, isShard: boolean): readonly Range[] {
  const reach = (isShard ? SHARD_SAMPLE_BYTES * 2 : MAX_SCANNED_BYTES) / 2;
  const isWhole = sizeBytes <= reach * 2;
  const ranges = isWhole ? [{ from: 0, to: sizeBytes }] : [edge(0, reach), edge(sizeBytes - reach, sizeBytes)];
  return ranges.flatMap(({ from, to }) => {
    const count = Math.max(1, Math.ceil((to - from) / WINDOW_BYTES));
    return Array.from({ length: count }, (_, index) => {
      const start = from + index * WINDOW_BYTES;
      return edge(Math.max(from, start - OVERLAP_BYTES), Math.min(to, start + WINDOW_BYTES));
    });
  });
}

const edge = (from: number, to: number): Range => ({ from, to });
