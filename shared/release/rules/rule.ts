import type { ReleaseManifest } from "../../schema/release.types.ts";

/** What is impossible about a manifest whose parts are each well formed. */
export interface Complaint {
  /** JSON pointer of the value at fault. */
  readonly at: string;
  /** The key is at fault, or the place where something is missing. */
  readonly onKey?: boolean;
  readonly message: string;
  readonly fix: string;
}

export interface Rule {
  /** The rule is asked only when all of these have the schema's shape. */
  readonly reads: readonly (keyof ReleaseManifest)[];
  /** `given` tells what a person wrote from what a default filled in. */
  find(manifest: ReleaseManifest, given: (pointer: string) => boolean): readonly Complaint[];
}

export function missing(key: string, message: string, fix: string): Complaint {
  return { at: `/${key}`, onKey: true, message, fix };
}

/** The second and later occurrences of a name, by their index. */
export function repeated(names: readonly string[]): readonly number[] {
  const first = new Map<string, number>();
  for (const [index, name] of names.entries()) if (!first.has(name)) first.set(name, index);
  return names.flatMap((name, index) => (first.get(name) === index ? [] : [index]));
}
