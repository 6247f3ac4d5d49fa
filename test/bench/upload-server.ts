import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";
import { emulatedStorage } from "../emulated-storage.ts";

// What is uploaded to, in a process of its own: `sink` drops every byte and answers with the checksum that it was told, so
// that all the work is the client's; `emulator` is ours. It says its address, and ends with its standard input.

const { positionals } = parseArgs({ allowPositionals: true });
const [kind, sizeBytes = "", crc32c = "", md5Hash = "", folder = ""] = positionals;

console.log(kind === "sink" ? await sink() : (await emulator()).address);
process.stdin.on("end", () => process.exit()).resume();

async function emulator(): Promise<{ readonly address: string }> {
  return emulatedStorage({ buckets: ["bench-bucket"], stateFolder: folder });
}

async function sink(): Promise<string> {
  const server = createServer((request, response) => {
    request.on("data", () => {}).on("end", () => answer(request.url ?? "", request.method ?? "", response));
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", resolve);
  await promise;
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function answer(url: string, method: string, response: ServerResponse): void {
  const { pathname, searchParams, origin } = new URL(url, "http://127.0.0.1");
  const name = searchParams.get("name") ?? "object";
  if (method === "POST" && searchParams.get("uploadType") === "resumable") {
    const query = new URLSearchParams({ uploadType: "resumable", name, upload_id: "1" });
    const port = response.socket?.localPort;
    response.writeHead(200, { location: `${origin}:${port}${pathname}?${query}`, "content-length": "0" }).end();
    return;
  }
  if (method === "GET" || method === "DELETE") {
    response.writeHead(404, { "content-type": "application/json" }).end('{"error":{"message":"No such object"}}');
    return;
  }
  const facts = { name, bucket: "bench-bucket", generation: "1", metageneration: "1", size: sizeBytes };
  const object = { ...facts, updated: new Date().toISOString(), crc32c, md5Hash };
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(object));
}
