import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { realPace } from "../../../../shared/adapters/vertex/pace.ts";
import { cloudTelemetry } from "../../../../shared/adapters/vertex/telemetry/telemetry.ts";
import type { Telemetry } from "../../../../shared/ports/telemetry.ts";
import { deployed, value } from "../../../contract/cloud-world.ts";
import { artifactUri, emulatedCloud, emulatedVertex, hastyPace } from "../../../emulated-cloud.ts";
import { makeEndpoint, REGION } from "../../../laid-cloud.ts";

const WINDOW = { from: "2026-01-01T00:00:00Z", to: "2026-01-01T01:00:00Z" };

test("counts what each deployed model of the emulator answered", async () => {
  await using emulator = await emulatedCloud({ operationMs: 0 });
  await makeEndpoint(emulator, "p-1", "1");
  await using cloud = emulatedVertex(emulator, "p-1", realPace());
  const endpoint = cloud.endpoint("1");
  const world = { endpoint, elsewhere: endpoint, registry: cloud.registry, artifactUri };
  for (const number of [1, 2]) {
    await deployed({ ...world, [Symbol.asyncDispose]: async () => {} }, `10${number}`, number);
  }
  const from = new Date(Date.now() - 1_000).toISOString();
  const asked: Record<string, number> = {};
  const ask = async (instance: unknown, times: number): Promise<void> => {
    for (let time = 0; time < times; time++) {
      const answer = await endpoint.predict({ instances: [instance], timeoutMs: 30_000 });
      if (answer.kind === "done") asked[answer.value.deployedModelId] = (asked[answer.value.deployedModelId] ?? 0) + 1;
    }
  };
  value(await endpoint.share({ 101: 50, 102: 50 }, value(await endpoint.read()).etag));
  await ask([1, 2], 20);
  value(await endpoint.share({ 102: 100 }, value(await endpoint.read()).etag));
  await ask("no row of numbers", 3);

  const telemetry = cloudTelemetry({ project: "p-1", region: REGION, endpoint: "1", api: emulator.storage });
  const to = new Date(Date.now() + 1_000).toISOString();
  const { until, models } = value(await telemetry.read({ from, to }));
  expect(Date.parse(until!)).toBeGreaterThan(Date.parse(from));
  expect(models.map(({ deployedModelId, answers, errors }) => [deployedModelId, answers, errors])).toEqual([
    ["101", asked[101], {}],
    ["102", asked[102]! + 3, { "4xx": 3 }],
  ]);
  for (const { answers, latency } of models) {
    expect(latency.counts.reduce((sum, count) => sum + count)).toBe(answers);
    expect(latency.boundsMs).toEqual(latency.boundsMs.toSorted((a, b) => a - b));
  }
  expect(value(await telemetry.read(WINDOW))).toEqual({ until: null, models: [] });
});

test("asks for one endpoint's series, page by page", async () => {
  const asked: URLSearchParams[] = [];
  const telemetry = await answering((request) => {
    const query = new URL(request.url!, "http://localhost").searchParams;
    asked.push(query);
    const isFirst = !query.has("pageToken");
    const timeSeries = isResponses(query) ? [responses("101", "200", isFirst ? 5 : 7)] : [];
    return { timeSeries, ...(isFirst ? { nextPageToken: "more" } : {}) };
  });
  const { models } = value(await telemetry.read(WINDOW));
  expect(models).toMatchObject([{ deployedModelId: "101", answers: 12, errors: {} }]);
  expect(asked).toHaveLength(4);
  for (const query of asked) {
    expect(query.get("filter")).toContain(
      'resource.labels.endpoint_id="1" AND resource.labels.location="europe-west4"',
    );
    expect([query.get("interval.startTime"), query.get("interval.endTime")]).toEqual([WINDOW.from, WINDOW.to]);
  }
});

test("tells errors apart by status, and until when it was counted", async () => {
  const series = [responses("101", "200", 5), responses("101", "503", 2), responses("101", "429", 1)];
  const telemetry = await answering((request) => ({ timeSeries: isResponses(queryOf(request)) ? series : [] }));
  const { until, models } = value(await telemetry.read(WINDOW));
  expect(models).toMatchObject([{ answers: 8, errors: { 503: 2, 429: 1 } }]);
  expect(until).toBe("2026-01-01T00:10:00Z");
});

test.each<[string, string, object, readonly (string | number)[], readonly number[], readonly number[]]>([
  ["in milliseconds", "ms", { explicitBuckets: { bounds: [10, 20] } }, [1, "2", 3], [10, 20], [1, 2, 3]],
  ["in microseconds", "us", { explicitBuckets: { bounds: [10_000, 20_000] } }, [1, 2], [10, 20], [1, 2, 0]],
  ["in seconds", "s", { explicitBuckets: { bounds: [1] } }, [], [1_000], [0, 0]],
  [
    "that grow",
    "ms",
    { exponentialBuckets: { numFiniteBuckets: 2, growthFactor: 2, scale: 5 } },
    [0, 1, 1, 1],
    [5, 10, 20],
    [0, 1, 1, 1],
  ],
  [
    "of one width",
    "ms",
    { linearBuckets: { numFiniteBuckets: 2, width: 5, offset: 10 } },
    [1, 0, 0, 1],
    [10, 15, 20],
    [1, 0, 0, 1],
  ],
  ["with counts that are none", "ms", { explicitBuckets: { bounds: [10] } }, [-1, "x"], [10], [0, 0]],
  ["without an end", "ms", { linearBuckets: { numFiniteBuckets: 1e9, width: 1, offset: 0 } }, [1], upTo(1_000), []],
])("reads buckets %s", async (_, unit, bucketOptions, bucketCounts, boundsMs, counts) => {
  const latency = latencies("101", unit, { bucketOptions, bucketCounts });
  const telemetry = await answering((request) => ({
    timeSeries: isResponses(queryOf(request)) ? [responses("101", "200", 1)] : [latency],
  }));
  const [model] = value(await telemetry.read(WINDOW)).models;
  expect(model!.latency.boundsMs).toEqual(boundsMs);
  if (counts.length > 0) expect(model!.latency.counts).toEqual(counts);
});

test("adds up buckets that differ, and counts nothing as faster than it was", async () => {
  const series = [
    latencies("101", "ms", { bucketOptions: { explicitBuckets: { bounds: [10, 20] } }, bucketCounts: [1, 2, 3] }),
    latencies("101", "ms", { bucketOptions: { explicitBuckets: { bounds: [15] } }, bucketCounts: [4, 5] }),
    latencies("101", "ms", { bucketOptions: { explicitBuckets: { bounds: [1] } }, bucketCounts: [9] }, "overhead"),
  ];
  const telemetry = await answering((request) => ({
    timeSeries: isResponses(queryOf(request)) ? [responses("101", "200", 15)] : series,
  }));
  const [model] = value(await telemetry.read(WINDOW)).models;
  expect(model!.latency).toEqual({ boundsMs: [10, 15, 20], counts: [1, 4, 2, 8] });
});

test.each<[string, number, object, object]>([
  [
    "a permission that is missing",
    403,
    { error: { message: "Permission monitoring.timeSeries.list denied (or the resource may not exist)." } },
    { reason: "permission", fix: expect.stringContaining("roles/monitoring.viewer") },
  ],
  [
    "a window that is none",
    400,
    { error: { message: "Field interval.endTime had an invalid value." } },
    { reason: "invalid" },
  ],
  ["a service that is down", 503, {}, { reason: "unavailable" }],
])("is refused by %s", async (_, status, body, refusal) => {
  const telemetry = await answering(() => body, status);
  expect(await telemetry.read(WINDOW)).toMatchObject({ kind: "refused", ...refusal });
});

test("is refused where nobody listens", async () => {
  const telemetry = asked("http://127.0.0.1:1");
  expect(await telemetry.read(WINDOW)).toMatchObject({ kind: "refused", reason: "unavailable" });
});

test("asks no other machine than this one or Google's", () => {
  expect(() => asked("http://10.0.0.1:80")).toThrow("no address of this machine");
});

function asked(api: string): Telemetry {
  return cloudTelemetry({ project: "p-1", region: REGION, endpoint: "1", api, pace: hastyPace() });
}

async function answering(answer: (request: IncomingMessage) => object, status = 200): Promise<Telemetry> {
  const server = createServer((request, response) => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer(request)));
  });
  onTestFinished(() => void server.close());
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return asked(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

function queryOf(request: IncomingMessage): URLSearchParams {
  return new URL(request.url!, "http://localhost").searchParams;
}

function isResponses(query: URLSearchParams): boolean {
  return query.get("filter")!.includes("response_count");
}

const interval = { startTime: "2026-01-01T00:09:00Z", endTime: "2026-01-01T00:10:00Z" };

function responses(deployed_model_id: string, response_code: string, count: number): object {
  const points = [{ interval, value: { int64Value: String(count) } }];
  return { metric: { labels: { deployed_model_id, response_code } }, unit: "1", points };
}

function latencies(deployed_model_id: string, unit: string, distributionValue: object, latency_type = "total"): object {
  const points = [{ interval, value: { distributionValue } }];
  return { metric: { labels: { deployed_model_id, latency_type } }, unit, points };
}

function upTo(end: number): readonly number[] {
  return Array.from({ length: end }, (_, index) => index);
}
