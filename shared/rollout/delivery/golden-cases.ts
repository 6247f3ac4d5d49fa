import { Failure } from "../../failure.ts";
import type { Manifest } from "../../release/manifest.ts";
import { pathFromTop } from "../../release/paths.ts";
import { parseJson } from "../../schema/json.ts";
import type { Place } from "./place.ts";

/** A known request with the answer that was recorded for it, in the serving API's own form. */
export interface GoldenCase {
  readonly instances: readonly unknown[];
  /** As many as instances; each may name only some outputs. */
  readonly predictions: readonly unknown[];
}

const MAX_BYTES = 8 << 20;
const MOST_CASES = 20;
const LIMITS = { maxBytes: 1 << 20, maxDepth: 32, maxValues: 1 << 16 };

/** The first cases that ask for rows, as a commit has them; none where the manifest names none. */
export async function goldenCases(
  { golden }: Manifest,
  { repository, path, commit }: Place & { readonly commit: string },
): Promise<readonly GoldenCase[]> {
  if (golden === undefined) return [];
  const file = pathFromTop(golden.file, path.slice(0, Math.max(0, path.lastIndexOf("/"))));
  const bytes = file === null ? undefined : await repository.read({ commit, path: file }, MAX_BYTES);
  if (bytes === undefined) {
    throw new Failure("file-missing", `${golden.file} is not there at ${commit.slice(0, 12)}`, {
      fix: "Commit the golden cases.",
    });
  }
  const lines = new TextDecoder().decode(bytes).split("\n");
  return lines
    .flatMap((line, index) => (line.trim() === "" ? [] : caseOf(line, `${golden.file}:${index + 1}`)))
    .slice(0, MOST_CASES);
}

/** Columns are another form of the same request, which an endpoint does not take. */
function caseOf(line: string, where: string): readonly GoldenCase[] {
  const { value } = parseJson(line, where, LIMITS) as { readonly value: unknown };
  const { instances, predictions } = (value ?? {}) as Partial<GoldenCase>;
  return Array.isArray(instances) && Array.isArray(predictions) ? [{ instances, predictions }] : [];
}
