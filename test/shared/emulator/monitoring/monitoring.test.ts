import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { plannedFaults } from "../../../../shared/emulator/faults/faults.ts";
import { openMonitoring } from "../../../../shared/emulator/monitoring/monitoring.ts";
import { requestLog } from "../../../../shared/emulator/request-log.ts";
import type { ServedCall } from "../../../../shared/emulator/served.ts";
import { openStore } from "../../../../shared/emulator/state/open-store.ts";

const ENDPOINT = "projects/p/locations/europe-west4/endpoints/77";
const ONLINE = "aiplatform.googleapis.com/prediction/online";
const NOON = Date.UTC(2026, 0, 1, 12);

test("a deployed model's answers are counted by their response codes", async () => {
  const { served, list } = await monitored();
  for (const status of ["OK", "OK", "INVALID_ARGUMENT", "UNAVAILABLE"] as const) served({ status });
  served({ deployedModelId: "9" });
  const series = await list(`metric.type="${ONLINE}/response_count"`);
  const counts = series.map(({ metric, points }) => [
    metric.labels.deployed_model_id,
    metric.labels.response_code,
    points.map(({ value }) => value.int64Value),
  ]);
  expect(counts.toSorted()).toEqual([
    ["8", "2xx", ["2"]],
    ["8", "4xx", ["1"]],
    ["8", "5xx", ["1"]],
    ["9", "2xx", ["1"]],
  ]);
  expect(series[0]).toMatchObject({
    metric: { labels: { spot: "False", model_display_name: "churn", endpoint_display_name: "live" } },
    resource: { type: "aiplatform.googleapis.com/Endpoint", labels: { location: "europe-west4", endpoint_id: "77" } },
    metricKind: "DELTA",
    valueType: "INT64",
  });
});

test("latencies are a distribution in milliseconds, whose quantiles can be read", async () => {
  const { served, list } = await monitored();
  for (const latencyMs of [0.05, 1, 2, 4, 8, 400_000]) served({ latencyMs });
  const [series] = await list(`metric.type="${ONLINE}/prediction_latencies"`);
  const { distributionValue } = series!.points[0]!.value;
  expect(series).toMatchObject({
    unit: "ms",
    valueType: "DISTRIBUTION",
    metric: { labels: { latency_type: "total" } },
  });
  const { numFiniteBuckets, growthFactor, scale } = distributionValue!.bucketOptions.exponentialBuckets;
  const counts = distributionValue!.bucketCounts.map(Number);
  const upper = counts.flatMap((count, bucket) => Array.from({ length: count }, () => scale * growthFactor ** bucket));
  expect(distributionValue!.count).toBe("6");
  expect(counts.length).toBe(numFiniteBuckets + 2);
  for (const [index, latencyMs] of [0.05, 1, 2, 4, 8].entries()) {
    expect(upper[index]).toBeGreaterThan(latencyMs);
    expect(upper[index]! / 2 ** 0.25).toBeLessThanOrEqual(Math.max(latencyMs, scale));
  }
});

test("whoever reads on from the last point's end counts no answer twice and none never", async () => {
  const world = await monitored();
  const filter = `metric.type="${ONLINE}/prediction_count"`;
  let from = world.now();
  let counted = 0;
  for (let tick = 0; tick < 20; tick += 1) {
    for (let call = 0; call < 3; call += 1) world.served({}, 170);
    const [series] = await world.list(filter, { "interval.startTime": new Date(from).toISOString() });
    for (const { interval, value } of series?.points ?? []) {
      counted += Number(value.int64Value);
      from = Math.max(from, Date.parse(interval.endTime));
    }
  }
  expect(counted).toBe(60);
});

test.each<[string, string, number]>([
  ["by its resource", `metric.type="${ONLINE}/error_count" AND resource.labels.endpoint_id="77"`, 1],
  ["not by another's", `metric.type="${ONLINE}/error_count" AND resource.labels.endpoint_id="78"`, 0],
  ["by a label", `metric.type = "${ONLINE}/response_count" metric.label.response_code = "5xx"`, 1],
  ["by what a label is not", `metric.type="${ONLINE}/response_count" AND metric.labels."response_code"!="5xx"`, 0],
  ["by the beginning of its type", `metric.type = starts_with("${ONLINE}/")`, 4],
  ["by one of several", `metric.type="${ONLINE}/error_count" AND metric.labels.deployed_model_id=one_of("7", "8")`, 1],
])("a series is found %s", async (_, filter, expected) => {
  const { served, list } = await monitored();
  served({ status: "UNAVAILABLE" });
  expect(await list(filter)).toHaveLength(expected);
});

test.each([
  ["has no filter", {}, 400],
  ["names no metric", { filter: 'resource.labels.endpoint_id="77"' }, 400],
  ["is joined by OR", { filter: `metric.type="a" OR metric.type="b"` }, 400],
  ["has no end", { filter: `metric.type="a"`, "interval.endTime": "" }, 400],
  ["asks for an aggregation", { filter: `metric.type="a"`, "aggregation.perSeriesAligner": "ALIGN_RATE" }, 501],
])("a question that %s is refused", async (_, query, status) => {
  const { ask } = await monitored();
  expect((await ask(query)).status).toBe(status);
});

test("what was counted survives a restart", async () => {
  const stateFolder = mkdtempSync(join(tmpdir(), "monitoring-"));
  onTestFinished(() => rmSync(stateFolder, { recursive: true }));
  const first = await monitored({ stateFolder });
  first.served({});
  await first.stop();
  const second = await monitored({ stateFolder });
  second.served({}, 5_000);
  const [series] = await second.list(`metric.type="${ONLINE}/prediction_count"`);
  expect(series!.points.map(({ value }) => value.int64Value)).toEqual(["1", "1"]);
});

test("series come in pages", async () => {
  const { served, ask } = await monitored();
  for (const deployedModelId of ["1", "2", "3"]) served({ deployedModelId });
  const filter = `metric.type="${ONLINE}/prediction_count"`;
  const first = (await (await ask({ filter, pageSize: "2" })).json()) as Page;
  const second = (await (await ask({ filter, pageSize: "2", pageToken: first.nextPageToken! })).json()) as Page;
  expect([first.timeSeries?.length, second.timeSeries?.length, second.nextPageToken]).toEqual([2, 1, undefined]);
});

interface Page {
  readonly timeSeries?: readonly Series[];
  readonly nextPageToken?: string;
}

interface Series {
  readonly metric: { readonly labels: Readonly<Record<string, string>> };
  readonly points: readonly {
    readonly interval: { readonly endTime: string };
    readonly value: {
      readonly int64Value?: string;
      readonly distributionValue?: {
        readonly count: string;
        readonly bucketCounts: readonly string[];
        readonly bucketOptions: {
          readonly exponentialBuckets: { numFiniteBuckets: number; growthFactor: number; scale: number };
        };
      };
    };
  }[];
}

async function monitored({ stateFolder = null }: { readonly stateFolder?: string | null } = {}) {
  let nowMs = NOON;
  const state = openStore(stateFolder);
  const monitoring = openMonitoring({
    state,
    faults: plannedFaults({}),
    requests: requestLog(),
    nowMs: () => nowMs,
    namesOf: () => ({ model: "churn", endpoint: "live" }),
  });
  const server = createServer((request, response) => void monitoring.surface(request, response));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    if (!server.listening) return;
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
    monitoring[Symbol.dispose]();
    await state.close();
  };
  onTestFinished(stop);
  const ask = (query: Readonly<Record<string, string>>): Promise<Response> => {
    const interval = {
      "interval.startTime": new Date(NOON - 1).toISOString(),
      "interval.endTime": new Date(nowMs).toISOString(),
    };
    return fetch(`http://127.0.0.1:${port}/v3/projects/p/timeSeries?${new URLSearchParams({ ...interval, ...query })}`);
  };
  return {
    ask,
    stop,
    now: () => nowMs,
    served: (call: Partial<ServedCall>, afterMs = 10) => {
      nowMs += afterMs;
      const usual = { endpoint: ENDPOINT, deployedModelId: "8", timeMs: nowMs, latencyMs: 3, status: "OK" } as const;
      monitoring.served({ ...usual, ...call });
    },
    list: async (filter: string, query: Readonly<Record<string, string>> = {}): Promise<readonly Series[]> => {
      const response = await ask({ filter, ...query });
      if (!response.ok) throw new Error(await response.text());
      return ((await response.json()) as Page).timeSeries ?? [];
    },
  };
}
