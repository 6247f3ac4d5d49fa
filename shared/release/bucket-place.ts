import { Failure } from "../failure.ts";

export interface BucketPlace {
  readonly bucket: string;
  /** An object's name, or what the names of several begin with. */
  readonly object: string;
}

export function isInBucket(uri: string): boolean {
  return uri.startsWith("gs://");
}

/** `gs://bucket/object`, as a manifest's schema lets it through. */
export function placeInBucket(uri: string): BucketPlace {
  const [, bucket, object] = /^gs:\/\/([a-z0-9][a-z0-9._-]{1,220}[a-z0-9])\/(.+)$/s.exec(uri) ?? [];
  if (bucket !== undefined && object !== undefined) return { bucket, object };
  throw new Failure("usage", `${JSON.stringify(uri)} names nothing in a bucket`, {
    fix: "Write it as gs://bucket/path.",
  });
}
