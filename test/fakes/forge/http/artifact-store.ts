import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export interface ArtifactStore extends AsyncDisposable {
  /** What a runner hands to an action. */
  readonly environment: Readonly<Record<string, string>>;
  /** The archives that were kept, by name. */
  readonly kept: Map<string, Uint8Array>;
}

interface Refusal {
  readonly status: number;
  readonly msg: string;
}

/** Where a runner's artifacts go: the service that names a place, and the place, which takes blocks and their list. */
export async function artifactStore(refusal: Refusal | null = null): Promise<ArtifactStore> {
  const kept = new Map<string, Uint8Array>();
  const blocks = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    const body = await bytesOf(request);
    const url = new URL(request.url!, `http://${request.headers.host}`);
    const answer = (status: number, value: object) => {
      response.writeHead(status, { "content-type": "application/json", "x-ms-request-id": "1" });
      response.end(status === 201 ? "" : JSON.stringify(value));
    };
    if (url.pathname.endsWith("/CreateArtifact")) {
      if (refusal !== null) return answer(refusal.status, { msg: refusal.msg });
      const { name } = JSON.parse(body.toString());
      return answer(200, { ok: true, signed_upload_url: `${url.origin}/store/${name}?sig=s3cr3t` });
    }
    if (url.pathname.endsWith("/FinalizeArtifact")) return answer(200, { ok: true, artifact_id: "77" });
    if (url.searchParams.get("comp") === "block") blocks.set(url.searchParams.get("blockid")!, body);
    if (url.searchParams.get("comp") === "blocklist") {
      const listed = [...body.toString().matchAll(/<Latest>([^<]+)<\/Latest>/g)].map(([, id]) => blocks.get(id!)!);
      kept.set(url.pathname.split("/").at(-1)!, Buffer.concat(listed));
    }
    answer(201, {});
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    kept,
    environment: {
      ACTIONS_RESULTS_URL: `${address}/`,
      ACTIONS_RUNTIME_TOKEN: tokenOf({ scp: "Actions.Results:run:job" }),
      GITHUB_SERVER_URL: "https://github.com",
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
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
