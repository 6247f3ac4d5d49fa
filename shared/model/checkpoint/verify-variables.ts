import type { Files, OpenFile } from "../../ports/files.ts";
import { isPointer } from "../../release/lfs-pointer.ts";
import type { ServableFinding } from "../servable.ts";
import { type BundlePiece, type BundleTensor, denseBytes, type TensorBundle } from "./tensor-bundle.ts";
import { checksumOf } from "./tensor-checksum.ts";
import { pointer, shardPath, type Variables } from "./variables.ts";

interface Place {
  readonly tensor: BundleTensor;
  readonly piece: BundlePiece;
}

interface Shard {
  readonly path: string;
  /** In the order in which they lie there. */
  readonly places: readonly Place[];
}

/** A damaged shard damages most of what is in it; a person needs no more than this to see it. */
const MAX_NAMED = 10;
const POINTER_BYTES = 1024;
const FIX = "Restore the file from where the model was exported.";

/**
 * Reads every tensor once, by pieces, and compares it with its checksum, as TensorFlow does when it restores the
 * tensor. Bytes that belong to no tensor are accepted, as there.
 */
export async function verifyVariables(
  directory: string,
  { bundle }: Variables,
  files: Files,
): Promise<readonly ServableFinding[]> {
  if (bundle === null) return [];
  const findings: ServableFinding[] = [];
  for (const shard of shardsOf(bundle)) findings.push(...(await verifyShard(directory, shard, files)));
  return findings;
}

function shardsOf({ tensors, shardCount }: TensorBundle): readonly Shard[] {
  const places = [...tensors.values()].flatMap((tensor) => tensor.pieces.map((piece) => ({ tensor, piece })));
  const groups = [...Map.groupBy(places, ({ piece }) => piece.shard)].sort(([a], [b]) => a - b);
  return groups.map(([shard, group]) => ({
    path: shardPath(shard, shardCount),
    places: group.sort((a, b) => a.piece.offset - b.piece.offset),
  }));
}

async function verifyShard(
  directory: string,
  { path, places }: Shard,
  files: Files,
): Promise<readonly ServableFinding[]> {
  if (places[0]!.piece.shard < 0) return [sliceMissing(places)];
  const file = `${directory}/${path}`;
  const kind = await files.kind(file);
  if (kind !== "file") return [shardMissing(path, places, kind === "missing" ? "is missing" : "is not a regular file")];
  using source = files.open(file);
  if (isPointerFile(source)) return [pointer(path)];
  return verifyPlaces({ path, places }, source);
}

/** In one pass; tensors that overlap would make its time unbounded, and no writer lays them out so. */
function verifyPlaces({ path, places }: Shard, source: OpenFile): readonly ServableFinding[] {
  const inside = places.filter(({ piece }) => isInside(piece, source.sizeBytes));
  const claimed = inside.reduce((sum, { piece }) => sum + piece.sizeBytes, 0);
  if (claimed > source.sizeBytes) return [overlapping(path)];
  const fitting = inside.filter(fits);
  const broken = fitting.filter(({ tensor, piece }) => checksumOf(tensor, piece, source) !== piece.crc32c);
  return [
    ...found("variables-truncated", path, except(places, inside), `${path} ends before`),
    ...found(
      "variables-size",
      path,
      except(inside, fitting),
      `${path} holds another number of bytes than its type and shape need for`,
    ),
    ...found("variables-checksum", path, broken, `${path} differs from its checksum at`),
  ];
}

function isInside({ offset, sizeBytes }: BundlePiece, fileBytes: number): boolean {
  return offset >= 0 && sizeBytes >= 0 && offset + sizeBytes <= fileBytes;
}

function fits({ tensor, piece }: Place): boolean {
  const expected = denseBytes(tensor.dtype, piece.shape);
  return expected === null || expected === piece.sizeBytes;
}

function except(places: readonly Place[], others: readonly Place[]): readonly Place[] {
  const excluded = new Set(others);
  return places.filter((place) => !excluded.has(place));
}

function found(rule: string, where: string, places: readonly Place[], said: string): readonly ServableFinding[] {
  if (places.length === 0) return [];
  return [{ rule, where, message: `${said} ${namesOf(places)}`, fix: FIX }];
}

function shardMissing(path: string, places: readonly Place[], what: string): ServableFinding {
  return {
    rule: "variables-shard-missing",
    where: path,
    message: `${path} ${what}; it should hold ${namesOf(places)}`,
    fix: FIX,
  };
}

function sliceMissing(places: readonly Place[]): ServableFinding {
  const message = `the index lacks a slice of ${namesOf(places)}`;
  return { rule: "variables-slice-missing", where: "variables/variables.index", message, fix: FIX };
}

function overlapping(path: string): ServableFinding {
  return { rule: "variables-overlap", where: path, message: `${path} is claimed twice by the index`, fix: FIX };
}

function namesOf(places: readonly Place[]): string {
  const names = [...new Set(places.map(({ tensor }) => tensor.name))];
  const hidden = names.length - MAX_NAMED;
  return `${names.slice(0, MAX_NAMED).join(", ")}${hidden > 0 ? ` and ${hidden} more` : ""}`;
}

function isPointerFile(source: OpenFile): boolean {
  return source.sizeBytes < POINTER_BYTES && isPointer(source.read(0, source.sizeBytes));
}
