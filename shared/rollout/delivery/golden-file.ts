import { type ServedCase, servedCases } from "../../evidence/served-case.ts";
import { Failure } from "../../failure.ts";
import type { Manifest } from "../../release/manifest.ts";
import { pathBeside } from "../../release/paths.ts";
import type { Place } from "./place.ts";

interface Committed extends Place {
  readonly commit: string;
}

const MAX_BYTES = 32 << 20;

/** The bytes of the golden cases as they were committed; null where the manifest names none. */
export async function goldenFile(
  { golden }: Manifest,
  { repository, path, commit }: Committed,
): Promise<Uint8Array | null> {
  if (golden === undefined) return null;
  const file = pathBeside(path, golden.file);
  const bytes = file === null ? undefined : await repository.read({ commit, path: file }, MAX_BYTES);
  if (bytes !== undefined) return bytes;
  throw new Failure("file-missing", `${golden.file} is not there at ${commit.slice(0, 12)}`, {
    fix: "Commit the golden cases beside the manifest.",
  });
}

export async function goldenCases(manifest: Manifest, committed: Committed): Promise<readonly ServedCase[]> {
  const bytes = await goldenFile(manifest, committed);
  return bytes === null ? [] : servedCases(bytes, manifest.golden!.file, manifest.contract);
}
