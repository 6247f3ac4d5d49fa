import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, createServer as createPlainServer, type Server as PlainServer, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, test } from "vitest";
import { localTraffic } from "../../../../../shared/adapters/traffic/traffic.ts";
import type { Arrival, HttpTarget, Sent } from "../../../../../shared/ports/traffic.ts";
import { selfSignedCertificate } from "../../../../fakes/certificate.ts";

const servers: { close(): unknown; closeAllConnections?(): void }[] = [];
const sockets = new Set<Socket>();

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  for (const socket of sockets) socket.destroy();
});

describe("traffic over HTTP", () => {
  test("asks as TensorFlow Serving and Vertex AI are asked, over as many connections as it was given", async () => {
    const asked: string[] = [];
    const url = await serve(async (request, response) => {
      asked.push(`${request.method} ${request.url} ${request.headers["content-type"]} ${await text(request)}`);
      response.end("{}");
    });
    const bodies = ['{"instances":[[1]]}', '{"instances":[[2]]}'].map((body) => new TextEncoder().encode(body));
    const headers = { "Content-Type": "application/json" };
    const { arrivals } = await load({ url: `${url}/v1/models/churn:predict`, method: "POST", headers, bodies }, 5);
    expect(arrivals.map(({ error }) => error)).toEqual(Array(5).fill(null));
    const line = "POST /v1/models/churn:predict application/json";
    const [one, two] = [`${line} {"instances":[[1]]}`, `${line} {"instances":[[2]]}`];
    expect(asked.toSorted()).toEqual([one, one, one, two, two]);
    expect(sockets.size).toBe(2);
  });

  test.each([
    ["in chunks", (response: ServerResponse) => response.write("{") && response.end("}")],
    [
      "until the connection is closed",
      (response: ServerResponse) => response.removeHeader("transfer-encoding") as never,
    ],
    [
      "and asks for the connection to be closed",
      (response: ServerResponse) => response.setHeader("connection", "close"),
    ],
  ])("takes an answer that comes %s", async (_, dress) => {
    const url = await serve((_, response) => {
      dress(response);
      if (!response.writableEnded) response.end("{}");
    });
    const { arrivals, sent } = await load({ url }, 6);
    expect(arrivals.map(({ error }) => error)).toEqual(Array(6).fill(null));
    expect(sent.unsettled).toBe(0);
  });

  test("an answer that is no success is an error with the status and what the server said", async () => {
    const url = await serve((_, response) => {
      response.statusCode = 404;
      response.end('{"error":"Could not find any versions of model churn"}');
    });
    const { arrivals } = await load({ url }, 1);
    expect(arrivals[0]!.error).toEqual({
      kind: "status",
      detail: '404 {"error":"Could not find any versions of model churn"}',
    });
  });

  test.each([
    ["resets the connection", "reset", (socket: Socket) => socket.resetAndDestroy()],
    ["closes it without an answer", "reset", (socket: Socket) => socket.end()],
    [
      "breaks off in the middle",
      "reset",
      (socket: Socket) => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx"),
    ],
    ["speaks something else", "protocol", (socket: Socket) => socket.write("220 mail.example ESMTP\r\n\r\n")],
    [
      "sends more than it was asked for",
      "protocol",
      (socket: Socket) => socket.write("HTTP/1.1 204 \r\n\r\nHTTP/1.1 204 \r\n\r\n"),
    ],
    ["never answers", "timeout", () => {}],
  ])("a server that %s is counted as such, each time", async (_, kind, answer) => {
    const url = await listen(
      createPlainServer((socket) => socket.on("data", () => answer(socket)).on("error", () => {})),
    );
    const { arrivals } = await load({ url }, 4, { timeoutMs: kind === "timeout" ? 60 : 5_000 });
    expect(
      arrivals.map(({ error }) => error?.kind),
      JSON.stringify(arrivals),
    ).toEqual(Array(4).fill(kind));
  });

  test("a server that is gone when it is needed is refused, and one that was never there is a Failure", async () => {
    const server = createServer((_, response) => response.end());
    const url = await listen(server);
    await using channel = await localTraffic().open({ ...target, url });
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, "close");
    const arrivals: Arrival[] = [];
    // The first may find connections that are not known to be closed yet.
    await channel.send({ ...schedule(3), timeoutMs: 1_000, settled: () => {} });
    await channel.send({ ...schedule(3), timeoutMs: 1_000, settled: (arrival) => arrivals.push(arrival) });
    expect(arrivals.map(({ error }) => error?.kind)).toEqual(["refused", "refused", "refused"]);
    await expect(localTraffic().open({ ...target, url })).rejects.toMatchObject({
      code: "target-unreachable",
      message: expect.stringContaining("ECONNREFUSED"),
    });
  });

  test.each([
    ["after a second of rest is asked again: that is a server's right", 1_100, null],
    ["in the middle of work has failed", 20, "reset"],
  ])("a connection that is closed instead of a second answer %s", async (_, dueMs, kind) => {
    const url = await listen(
      createPlainServer((socket) => {
        let asked = 0;
        socket.on("data", () => {
          asked += 1;
          if (asked === 1) socket.write("HTTP/1.1 204 No Content\r\n\r\n");
          else socket.destroy();
        });
      }),
    );
    await using channel = await localTraffic().open({ ...target, url, concurrency: 1 });
    const arrivals: Arrival[] = [];
    const left = [0, dueMs];
    const nextDueMs = (): number | null => left.shift() ?? null;
    await channel.send({ nextDueMs, timeoutMs: 5_000, settled: (arrival) => arrivals.push(arrival) });
    expect(arrivals.map(({ error }) => error?.kind ?? null)).toEqual([null, kind]);
  });

  test("an abort closes every connection", async () => {
    const url = await listen(createPlainServer(() => {}));
    const abort = new AbortController();
    const sent = load({ url }, 3, { signal: abort.signal });
    const closed = await Promise.all(
      (await connected(2)).map((socket) => {
        const gone = once(socket, "close");
        socket.resume();
        return { gone };
      }),
    );
    abort.abort();
    expect((await sent).sent).toMatchObject({ isAborted: true });
    await Promise.all(closed.map(({ gone }) => gone));
  });

  test.each([
    ["a name of its own", { Host: "elsewhere" }],
    ["a line of its own", { Good: "x\r\nEvil: y" }],
    ["a name that is none", { "Good: x\r\nEvil": "y" }],
  ])("a header with %s is refused before anything is sent", async (_, headers) => {
    await expect(localTraffic().open({ ...target, url: "http://127.0.0.1:1/", headers })).rejects.toMatchObject({
      code: "usage",
    });
  });
});

describe("traffic over HTTPS", () => {
  const { certificate, key } = selfSignedCertificate();
  const secure = (): Promise<string> =>
    listen(
      createSecureServer({ cert: certificate, key }, (_, response) => response.end("{}")),
      "https",
    );

  test.each([
    ["its own authority", { authorities: certificate }],
    ["no authority at all", "anyone"],
  ] as const)("is answered where it trusts %s", async (_, trust) => {
    const { arrivals } = await load({ url: await secure(), trust }, 5);
    expect(arrivals.map(({ error }) => error)).toEqual(Array(5).fill(null));
  });

  test("a certificate that nobody vouches for is a Failure that names both ways out", async () => {
    await expect(localTraffic().open({ ...target, url: await secure() })).rejects.toMatchObject({
      code: "target-unreachable",
      fix: expect.stringMatching(/--ca .* --insecure/),
    });
  });

  test("authorities that are no certificates are refused", async () => {
    const trust = { authorities: "-----BEGIN CERTIFICATE-----\nnothing\n-----END CERTIFICATE-----" };
    await expect(localTraffic().open({ ...target, url: await secure(), trust })).rejects.toMatchObject({
      code: "usage",
    });
  });
});

test("who asks is shown as it is when the request is sent", async () => {
  const shown: (string | undefined)[] = [];
  const url = await serve((request, response) => {
    shown.push(request.headers.authorization);
    response.end();
  });
  let token = 0;
  const authorization = (): string => `Bearer ${Math.floor(token++ / 2)}`;
  await load({ url, concurrency: 1, authorization }, 4);
  expect(new Set(shown).size).toBeGreaterThan(1);
  expect(shown).toEqual(shown.toSorted());
});

const target: HttpTarget = {
  kind: "http",
  url: "",
  method: "GET",
  headers: {},
  bodies: [],
  concurrency: 2,
  trust: "system",
};

async function load(
  wish: Partial<HttpTarget>,
  requests: number,
  { timeoutMs = 5_000, signal }: { readonly timeoutMs?: number; readonly signal?: AbortSignal } = {},
): Promise<{ readonly arrivals: readonly Arrival[]; readonly sent: Sent }> {
  await using channel = await localTraffic().open({ ...target, ...wish });
  const arrivals: Arrival[] = [];
  const plan = { ...schedule(requests), timeoutMs, settled: (arrival: Arrival) => arrivals.push(arrival) };
  const sent = await channel.send(signal === undefined ? plan : { ...plan, signal });
  return { arrivals, sent };
}

/** One request after each millisecond. */
function schedule(requests: number): { readonly nextDueMs: () => number | null } {
  let due = 0;
  return { nextDueMs: () => (due < requests ? due++ : null) };
}

function serve(answer: RequestListener<typeof IncomingMessage, typeof ServerResponse>): Promise<string> {
  return listen(createServer(answer));
}

async function listen(server: PlainServer, scheme = "http"): Promise<string> {
  sockets.clear();
  servers.push(server);
  server.on("connection", (socket: Socket) => sockets.add(socket.on("error", () => {})));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function connected(count: number): Promise<readonly Socket[]> {
  while (sockets.size < count) await new Promise((resolve) => setImmediate(resolve));
  return [...sockets];
}
