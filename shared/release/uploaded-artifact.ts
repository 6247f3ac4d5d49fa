import { Failure } from "../failure.ts";
import type { Bucket } from "../ports/bucket.ts";
import { parseJson } from "../schema/json.ts";

/** An artifact by its model and `sha256:` and 64 hex digits. */
export interface PinnedArtifact {
  readonly model: string;
  readonly digest: string;
}

type Reading = Pick<Bucket, "name" | "read" | "list">;

export const MAX_OBJECTS = 100_000;
const LIMITS = { maxBytes: 32 * 2 ** 20, maxDepth: 4, maxValues: 2 ** 19 };

/** Where it lies in a bucket: what the names of its files begin with. Nothing else is ever there. */
export function uploadPlace({ model, digest }: PinnedArtifact): string {
  return `${model}/sha256/${digest.replace(/^sha256:/, "")}`;
}

/** What stands beside it once all of it is there, and names each of its files. */
export function markerOf(artifact: PinnedArtifact): string {
  return `${uploadPlace(artifact)}.complete.json`;
}

/** Whether all of it is there, as the marker has it. */
export async function isUploaded(artifact: PinnedArtifact, bucket: Reading): Promise<boolean> {
  return (await missingFiles(artifact, bucket))?.length === 0;
}

/** The files that somebody has removed, or cut short, since all of it was there; null where it never was. */
export async function missingFiles(artifact: PinnedArtifact, bucket: Reading): Promise<readonly string[] | null> {
  const object = markerOf(artifact);
  const found = await bucket.read({ object, maxBytes: LIMITS.maxBytes });
  if (found.status === "missing") return null;
  const named = filesIn(parseJson(found.value.bytes, object, LIMITS).value, `gs://${bucket.name}/${object}`);
  const prefix = `${uploadPlace(artifact)}/`;
  const { objects } = await bucket.list({ prefix, maxObjects: MAX_OBJECTS });
  const sizes = new Map(objects.map((stored) => [stored.object, stored.sizeBytes]));
  return named.filter(({ path, sizeBytes }) => sizes.get(`${prefix}${path}`) !== sizeBytes).map(({ path }) => path);
}

interface Named {
  readonly path: string;
  readonly sizeBytes: number;
}

function filesIn(value: unknown, where: string): readonly Named[] {
  const { files } = (value ?? {}) as { readonly files?: unknown };
  if (Array.isArray(files) && files.every(isNamed)) return files;
  throw new Failure("artifact-refused", `${where} does not name the files of an artifact`, {
    fix: "Find out who wrote it, and remove it.",
  });
}

function isNamed(value: unknown): value is Named {
  const { path, sizeBytes } = (value ?? {}) as Partial<Named>;
  return typeof path === "string" && typeof sizeBytes === "number";
}
