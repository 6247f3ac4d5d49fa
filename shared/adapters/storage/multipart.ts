import { randomBytes } from "node:crypto";

interface Multipart {
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

/** What is said of an object ahead of its bytes. */
interface NewResource {
  readonly name: string;
  readonly contentType: string;
  readonly md5Hash?: string;
  readonly crc32c?: string;
}

/** An object's resource and its bytes in one request, as `uploadType=multipart` takes them. */
export function multipartBody(resource: NewResource, bytes: Uint8Array): Multipart {
  const boundary = randomBytes(24).toString("base64url");
  const body = Buffer.concat([
    Buffer.from(`--${boundary}\r\ncontent-type: application/json; charset=UTF-8\r\n\r\n${JSON.stringify(resource)}`),
    Buffer.from(`\r\n--${boundary}\r\ncontent-type: ${resource.contentType}\r\n\r\n`),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return { body, headers: { "content-type": `multipart/related; boundary=${boundary}` } };
}
