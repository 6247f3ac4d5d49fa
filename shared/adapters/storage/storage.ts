import type { Bucket, Buckets } from "../../ports/bucket.ts";
import { storageAddress } from "./address.ts";
import type { Connection } from "./call.ts";
import { type Access, type Credentials, googleCredentials, NO_CREDENTIALS } from "./credentials.ts";
import { downloadObject } from "./download.ts";
import { type Environment, httpExchange } from "./exchange.ts";
import { headObject, listObjects, readObject, removeObject, writeObject } from "./objects.ts";
import { type Pace, REAL_PACE } from "./pace.ts";
import { uploadObject } from "./upload.ts";

export interface StorageOptions {
  /** Where `MODEL_RELEASE_STORAGE_API` and the proxy are named. */
  readonly environment: Environment;
  /** The tokens that are asked for are good for no more than this; without, for writing. */
  readonly access?: Access;
  readonly credentials?: Credentials;
  readonly pace?: Pace;
}

/** Cloud Storage over its JSON API. */
export function cloudStorage({
  environment,
  access = "write",
  credentials,
  pace = REAL_PACE,
}: StorageOptions): Buckets {
  const address = storageAddress(environment.MODEL_RELEASE_STORAGE_API);
  const connection: Connection = {
    exchange: httpExchange(address, environment),
    credentials: credentials ?? (address.isLocal ? NO_CREDENTIALS : googleCredentials(access)),
    pace,
  };
  return { bucket: (name) => openBucket(name, connection) };
}

function openBucket(name: string, connection: Connection): Bucket {
  return {
    name,
    head: (place) => headObject(name, place, connection),
    read: (request) => readObject(name, request, connection),
    download: (stored, take) => downloadObject(name, stored, take, connection),
    list: (request) => listObjects(name, request, connection),
    write: (request) => writeObject(name, request, connection),
    upload: (request) => uploadObject(name, request, connection),
    remove: (request) => removeObject(name, request, connection),
  };
}
