import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { expect, inject, onTestFinished, test } from "vitest";
import { jobOnMergeCommit, outputOf } from "../actions/report/job.ts";
import { CHALLENGER } from "../actions/report/world.ts";

test("behind a proxy the report goes through it, and undici is loaded for that", async () => {
  const { server, step } = await jobOnMergeCommit(CHALLENGER);
  const proxy = await proxyTo(Number(new URL(server.apiUrl).port));
  const api = "http://forge.example";
  const addresses = { GITHUB_API_URL: api, GITHUB_GRAPHQL_URL: `${api}/graphql`, http_proxy: proxy.url };
  const ended = await step({ PROGRAM: join(inject("bundle"), "report.js"), ...addresses });
  expect([ended.exitCode, outputOf(ended, "verdict")]).toEqual([0, "pass"]);
  expect(new Set(proxy.asked)).toEqual(new Set(["forge.example:80"]));
});

/** Whatever it is asked to connect to is this port. */
async function proxyTo(port: number): Promise<{ readonly url: string; readonly asked: readonly string[] }> {
  const asked: string[] = [];
  const server = createServer().on("connect", (request, client) => {
    asked.push(request.url!);
    const target = connect(port, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      target.pipe(client).pipe(target);
    });
    for (const socket of [client, target]) socket.on("error", () => target.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}
