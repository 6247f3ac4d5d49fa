import type { Answer } from "./answer.ts";
import * as buckets from "./buckets.ts";
import type { Call } from "./call.ts";
import * as copies from "./object/copy.ts";
import { listObjects } from "./object/list.ts";
import { downloadMedia } from "./object/media.ts";
import * as objects from "./object/verbs.ts";
import * as resumable from "./upload/resumable.ts";
import * as single from "./upload/single.ts";

/** One method of the API, by the name that Google's documents give it. */
export interface Route {
  readonly method: string;
  readonly isMutation: boolean;
  readonly act: (call: Call) => Promise<Answer>;
  readonly bucket: string;
  readonly object: string;
  readonly into: Call["into"];
}

type Verb = readonly [method: string, act: Route["act"], isMutation?: boolean];
type Verbs = Readonly<Record<string, Verb>>;

const BUCKETS: Verbs = {
  GET: ["storage.buckets.list", buckets.listBuckets],
  POST: ["storage.buckets.insert", buckets.createBucket, true],
};
const BUCKET: Verbs = {
  GET: ["storage.buckets.get", buckets.getBucket],
  PATCH: ["storage.buckets.patch", buckets.patchBucket, true],
  PUT: ["storage.buckets.update", buckets.patchBucket, true],
  DELETE: ["storage.buckets.delete", buckets.deleteBucket, true],
};
const OBJECT: Verbs = {
  GET: ["storage.objects.get", objects.getObject],
  PATCH: ["storage.objects.patch", objects.patchObject, true],
  PUT: ["storage.objects.update", objects.updateObject, true],
  DELETE: ["storage.objects.delete", objects.deleteObject, true],
};
const MEDIA: Verbs = {
  GET: ["storage.objects.get", downloadMedia],
  HEAD: ["storage.objects.get", downloadMedia],
};
const UPLOADS: Readonly<Record<string, Verbs>> = {
  media: { POST: ["storage.objects.insert", single.uploadMedia, true] },
  multipart: { POST: ["storage.objects.insert", single.uploadMultipart, true] },
  resumable: {
    POST: ["storage.objects.insert", resumable.beginUpload, true],
    PUT: ["storage.objects.insert", resumable.continueUpload, true],
    DELETE: ["storage.objects.insert", resumable.cancelUpload, true],
  },
};
const POSTED: Readonly<Record<string, Verb>> = {
  compose: ["storage.objects.compose", copies.composeObject, true],
  copyTo: ["storage.objects.copy", copies.copyObject, true],
  rewriteTo: ["storage.objects.rewrite", copies.rewriteObject, true],
  moveTo: ["storage.objects.move", copies.moveObject, true],
};

/** What a request asks for; null for what is no method of this API. */
export function routeOf(method: string, url: URL): Route | null {
  const [, kind, rest] = /^(?:\/(upload|download))?(?:\/storage\/v1)?\/b(\/.*)?$/.exec(url.pathname) ?? [];
  // No bucket's name is as short as `b`: what else begins otherwise is an object by its plain path.
  const isPlain = rest === undefined && !/^(\/storage\/v1)?\/b$/.test(url.pathname);
  const path = partsOf(isPlain ? url.pathname : (rest ?? "").replace(/\/$/, ""));
  if (path === null) return null;
  if (isPlain) return plainRoute(method, path);
  const [bucket = "", collection, object = "", action, ...target] = path;
  const verb = verbOf(method, { kind, url, path, collection, action });
  if (verb === undefined) return null;
  const [name, act, isMutation = false] = verb;
  return { method: name, act, isMutation, bucket, object, into: intoOf(action, bucket, target) };
}

interface Asked {
  readonly kind: string | undefined;
  readonly url: URL;
  readonly path: readonly string[];
  readonly collection: string | undefined;
  readonly action: string | undefined;
}

function verbOf(method: string, { kind, url, path, collection, action }: Asked): Verb | undefined {
  if (path.length === 0) return BUCKETS[method];
  if (path.length === 1) return BUCKET[method];
  if (collection === "iam" && path[2] === "testPermissions")
    return ["storage.buckets.testIamPermissions", buckets.testPermissions];
  if (collection !== "o") return undefined;
  if (kind === "upload") return UPLOADS[url.searchParams.get("uploadType") ?? ""]?.[method];
  if (path.length === 2) return method === "GET" ? ["storage.objects.list", listObjects] : undefined;
  if (action !== undefined) return method === "POST" ? POSTED[action] : undefined;
  const isMedia = kind === "download" || url.searchParams.get("alt") === "media";
  return isMedia ? MEDIA[method] : OBJECT[method];
}

/** `/bucket/object`, as XML clients and browsers ask for it. */
function plainRoute(method: string, [bucket, ...name]: readonly string[]): Route | null {
  const verb = MEDIA[method];
  if (verb === undefined || bucket === undefined || name.length === 0) return null;
  return { method: verb[0], act: verb[1], isMutation: false, bucket, object: name.join("/"), into: null };
}

/** `…/b/bucket/o/object`, or `…/o/object` in the same bucket. */
function intoOf(action: string | undefined, bucket: string, target: readonly string[]): Call["into"] {
  if (action === undefined || action === "compose") return null;
  const [first, other = "", , object = ""] = target;
  return first === "o" ? { bucket, object: other } : { bucket: other, object };
}

/** Decoded; null where that cannot be. A name's own slashes come encoded. */
function partsOf(path: string): readonly string[] | null {
  try {
    return path.split("/").slice(1).map(decodeURIComponent);
  } catch {
    return null;
  }
}
