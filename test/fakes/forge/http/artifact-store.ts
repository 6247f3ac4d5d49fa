import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Variables = Readonly<Record<string, string>>;

export interface ArtifactStore extends AsyncDisposable {
  /** What a runner hands to an action of the one run that there is. */
  readonly environment: Variables;
  /** The archives that it has kept, by name. */
  readonly kept: Archives;
  /** The same of any run, by its number. */
  environmentOf(run: number): Variables;
  keptBy(run: number): Archives;
}

type Archives = ReadonlyMap<string, Uint8Array>;

interface Refusal {
  readonly status: number;
  readonly msg: string;
}

/** What a request is about: the run that asks, and the artifact. */
interface Asked {
  readonly origin: string;
  readonly run: string;
  readonly name: string;
  /** The only one that is wanted of a list. */
  readonly id: string | undefined;
}

type Runs = Map<string, Map<string, Uint8Array>>;

const ONLY_RUN = 1;

/** Where a runner's artifacts go: the service that names a place, and the place, which takes blocks and their list. */
export async function artifactStore(refusal: Refusal | null = null): Promise<ArtifactStore> {
  const runs: Runs = new Map();
  const blocks = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    const body = await bytesOf(request);
    const url = new URL(request.url!, `http://${request.headers.host}`);
    if (url.pathname.startsWith("/store/")) return serveStore(url, { request, response, body, blocks, runs });
    const method = url.pathname.split("/").at(-1)!;
    if (refusal !== null && method === "CreateArtifact") return answer(response, refusal.status, { msg: refusal.msg });
    const { workflow_run_backend_id: run, name = "", id_filter: id } = JSON.parse(body.toString());
    answer(response, 200, METHODS[method]!({ origin: url.origin, run, name, id }, runs));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const environmentOf = (run: number): Variables => ({
    ACTIONS_RESULTS_URL: `${address}/`,
    ACTIONS_RUNTIME_TOKEN: tokenOf({ scp: `Actions.Results:${run}:job` }),
    GITHUB_SERVER_URL: "https://github.com",
  });
  const keptBy = (run: number) => archivesOf(runs, String(run));
  return {
    environmentOf,
    keptBy,
    environment: environmentOf(ONLY_RUN),
    kept: keptBy(ONLY_RUN),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const METHODS: Readonly<Record<string, (asked: Asked, runs: Runs) => object>> = {
  CreateArtifact: (asked) => ({ ok: true, signed_upload_url: placeOf(asked) }),
  FinalizeArtifact: () => ({ ok: true, artifact_id: "77" }),
  ListArtifacts: ({ run, id }, runs) => ({
    artifacts: [...archivesOf(runs, run)]
      .map(([name, { length }], index) => ({ ...told(run, index + 1), name, size: String(length) }))
      .filter(({ database_id }) => id === undefined || database_id === id),
  }),
  GetSignedArtifactURL: (asked) => ({ signed_url: placeOf(asked) }),
};

function told(run: string, number: number) {
  const ids = { workflow_run_backend_id: run, workflow_job_run_backend_id: "job", database_id: String(number) };
  return { ...ids, created_at: "2026-11-21T12:00:00Z" };
}

function placeOf({ origin, run, name }: Asked): string {
  return `${origin}/store/${run}/${encodeURIComponent(name)}?sig=s3cr3t`;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: Buffer;
  readonly blocks: Map<string, Buffer>;
  readonly runs: Runs;
}

function serveStore({ pathname, searchParams }: URL, { request, response, body, blocks, runs }: Exchange): void {
  const [, , run = "", name = ""] = pathname.split("/").map(decodeURIComponent);
  const archives = archivesOf(runs, run);
  if (request.method === "GET") {
    response.writeHead(200, { "content-type": "application/zip" });
    return void response.end(archives.get(name));
  }
  const block = (id: string): string => `${run}/${name}/${id}`;
  if (searchParams.get("comp") === "block") blocks.set(block(searchParams.get("blockid")!), body);
  if (searchParams.get("comp") === "blocklist") {
    const listed = [...body.toString().matchAll(/<Latest>([^<]+)<\/Latest>/g)].map(([, id]) => blocks.get(block(id!))!);
    archives.set(name, Buffer.concat(listed));
  }
  answer(response, 201, {});
}

function archivesOf(runs: Runs, run: string): Map<string, Uint8Array> {
  const known = runs.get(run) ?? new Map<string, Uint8Array>();
  runs.set(run, known);
  return known;
}

function answer(response: ServerResponse, status: number, value: object): void {
  response.writeHead(status, { "content-type": "application/json", "x-ms-request-id": "1" });
  response.end(status === 201 ? "" : JSON.stringify(value));
}

function tokenOf(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "none" })}.${part(claims)}.signature`;
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
