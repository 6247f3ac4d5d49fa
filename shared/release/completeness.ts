import type { Manifest } from "./manifest.ts";

/** How much of what a complete package names is there. */
export interface Completeness {
  readonly named: number;
  readonly of: number;
  /** The fields that are missing, as `provenance.codeRevision`. */
  readonly missing: readonly string[];
}

/** What `pack` leaves for a person to fill in. */
export const PLACEHOLDER = "TODO";

/** Code revision, training window and data, framework, preprocessing, dependencies and intended use. */
export function completeness({ model, provenance, preprocessing }: Manifest): Completeness {
  const wanted: Readonly<Record<string, unknown>> = {
    "provenance.codeRevision": provenance?.codeRevision,
    "provenance.trainingWindow": provenance?.trainingWindow,
    "provenance.trainingData": provenance?.trainingData,
    "provenance.framework": provenance?.framework,
    "provenance.dependencies": provenance?.dependencies,
    preprocessing,
    "model.intendedUse": model.intendedUse,
  };
  const missing = Object.keys(wanted).filter((field) => !isNamed(wanted[field]));
  const of = Object.keys(wanted).length;
  return { named: of - missing.length, of, missing };
}

/** The fields that still say TODO, as `model.owner`: no release goes out with one. */
export function placeholders(value: unknown, path = ""): readonly string[] {
  if (isPlaceholder(value)) return [path];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => placeholders(member, path === "" ? key : `${path}.${key}`));
}

function isNamed(value: unknown): boolean {
  return value !== undefined && !isPlaceholder(value) && !(typeof value === "string" && value.trim() === "");
}

function isPlaceholder(value: unknown): boolean {
  return typeof value === "string" && /^TODO\b/.test(value);
}
