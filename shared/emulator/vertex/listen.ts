import { createServer as createHttpServer, type Server as HttpServer } from "node:http";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { Failure } from "../../failure.ts";
import type { HttpSurface } from "../surface.ts";
import type { GrpcServer } from "./grpc.ts";

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** How every HTTP/2 connection begins. */
const HTTP2 = "PRI";

/** One port for gRPC and HTTP/1: the first bytes of a connection say which it speaks. Loopback alone can reach it. */
export async function listen(port: number, grpc: GrpcServer, surfaces: readonly HttpSurface[]): Promise<Listening> {
  const http = createHttpServer((request, response) => {
    if (!surfaces.some((surface) => surface(request, response))) response.writeHead(404).end();
  });
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // A client that is gone is nobody's failure.
    socket.on("error", () => {});
    socket.once("readable", () => hand(socket, grpc, http));
  });
  await bound(server, port);
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      grpc.close();
      http.closeAllConnections();
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function hand(socket: Socket, grpc: GrpcServer, http: HttpServer): void {
  const first: Buffer | null = socket.read();
  if (first === null) return;
  socket.unshift(first);
  if (first.toString("latin1", 0, HTTP2.length) === HTTP2) grpc.take(socket);
  else http.emit("connection", socket);
}

async function bound(server: Server, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", reject);
  server.listen(port, "127.0.0.1", resolve);
  try {
    await promise;
  } catch (cause) {
    throw new Failure("usage", `Port ${port} of 127.0.0.1 cannot be used: ${(cause as Error).message}`, {
      fix: "Name another port, or 0 for any that is free.",
      cause,
    });
  }
}
