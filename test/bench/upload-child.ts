import { createReadStream, statSync } from "node:fs";
import { request } from "node:http";
import { parseArgs } from "node:util";

// One upload by one client, in a process of its own.

const { positionals } = parseArgs({ allowPositionals: true });
const [client, address, file] = positionals as [string, string, string];
const BUCKET = "bench-bucket";

await { ours, raw, peer }[client as "ours"]();
console.log("stored");

async function ours(): Promise<void> {
  const { cloudStorage } = await import("../../shared/adapters/storage/storage.ts");
  const { localHashedFiles } = await import("../../shared/adapters/files/hashed-files.ts");
  const bucket = cloudStorage({ environment: { MODEL_RELEASE_STORAGE_API: address } }).bucket(BUCKET);
  const before = await bucket.head({ object: "ours" });
  if (before.status === "found") await bucket.remove({ object: "ours", ifGeneration: before.value.generation });
  using source = localHashedFiles().source(file);
  const { status } = await bucket.upload({ object: "ours", source });
  if (status !== "written") throw new Error(status);
}

/** As few instructions as Node takes to send a file: no checksum, no resuming, one request. */
async function raw(): Promise<void> {
  const headers = { "content-length": statSync(file).size, "content-type": "application/octet-stream" };
  const url = `${address}/upload/storage/v1/b/${BUCKET}/o?uploadType=media&name=raw`;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const sent = request(url, { method: "POST", headers }, (response) => response.resume().on("end", resolve));
  createReadStream(file, { highWaterMark: 1 << 20 })
    .pipe(sent)
    .on("error", reject);
  await promise;
}

/** As its documentation begins: no option but where the service is. */
async function peer(): Promise<void> {
  const { Storage } = await import("@google-cloud/storage");
  const storage = new Storage({ apiEndpoint: address, projectId: "p", useAuthWithCustomEndpoint: false });
  await storage.bucket(BUCKET).upload(file, { destination: "peer" });
}
