import type { VersionReference } from "../../ports/endpoint.ts";
import type { Place } from "./address.ts";

const NUMBERED = /^projects\/(\d+)\//;
const VERSIONED = /^(.*?)@([^@/]+)$/;

export function parentOf({ project, region }: Place): string {
  return `projects/${project}/locations/${region}`;
}

export function modelName(model: string, place: Place): string {
  return `${parentOf(place)}/models/${model}`;
}

export function versionName({ model, version }: VersionReference): string {
  return `${model}@${version}`;
}

/** The number by which Google Cloud calls a project in a resource's name; null where it keeps the project's id. */
export function projectNumber(name: string): string | null {
  return NUMBERED.exec(name)?.[1] ?? null;
}

/** Vertex AI answers with the project's number where it was asked with its id: we keep the id. */
export function ownName(name: string, { project }: Place, number: string | null): string {
  const given = projectNumber(name);
  return given === null || given !== number ? name : name.replace(NUMBERED, `projects/${project}/`);
}

export function reference(name: string, versionId: string): VersionReference {
  const [, model = name, inName = ""] = VERSIONED.exec(name) ?? [];
  return { model, version: versionId === "" ? inName : versionId };
}
