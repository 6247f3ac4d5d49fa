import { spawn } from "node:child_process";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Bare repositories below a folder, over HTTP: what a killed job had begun to send is ended by somebody who lives on. */
export interface Origins extends AsyncDisposable {
  url(name: string): string;
  /** How many requests for that one were answered. */
  asked(name: string): number;
}

export async function serveOrigins(folder: string): Promise<Origins> {
  const asked = new Map<string, number>();
  const server = createServer((request, response) => {
    const name = request.url?.split("/")[1] ?? "";
    response.once("close", () => asked.set(name, (asked.get(name) ?? 0) + 1));
    serve(folder, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (name) => `http://127.0.0.1:${port}/${name}`,
    asked: (name) => asked.get(name) ?? 0,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Git's own program for it, as a web server would call it. */
function serve(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const environment = {
    PATH: process.env.PATH,
    GIT_PROJECT_ROOT: folder,
    GIT_HTTP_EXPORT_ALL: "1",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: "http.receivepack",
    GIT_CONFIG_VALUE_0: "true",
    PATH_INFO: url.pathname,
    QUERY_STRING: url.search.slice(1),
    REQUEST_METHOD: request.method,
    CONTENT_TYPE: request.headers["content-type"] ?? "",
    HTTP_CONTENT_ENCODING: request.headers["content-encoding"] ?? "",
    GIT_PROTOCOL: String(request.headers["git-protocol"] ?? ""),
    REMOTE_ADDR: "127.0.0.1",
  };
  const backend = spawn("git", ["http-backend"], { env: environment, stdio: ["pipe", "pipe", "ignore"] });
  backend.stdin.on("error", () => {});
  request.on("error", () => {}).pipe(backend.stdin);
  // A client that is killed half-way sends no end.
  request.once("close", () => backend.stdin.end());
  const chunks: Buffer[] = [];
  backend.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  backend.once("close", () => answer(Buffer.concat(chunks), response));
}

/** Headers as a program of that kind prints them, an empty line, and the body. */
function answer(printed: Buffer, response: ServerResponse): void {
  const end = printed.indexOf("\r\n\r\n");
  const headers = printed
    .toString("latin1", 0, Math.max(0, end))
    .split("\r\n")
    .map((line) => line.split(/:\s*/, 2) as [string, string]);
  const status = Number(headers.find(([name]) => name === "Status")?.[1]?.slice(0, 3) ?? (end < 0 ? 500 : 200));
  response.writeHead(status, Object.fromEntries(headers.filter(([name]) => name !== "Status")));
  response.end(printed.subarray(end + 4));
}
