import type { ModelTelemetry, Telemetry } from "../../shared/ports/telemetry.ts";
import type { FakeGround } from "./cloud/ground.ts";
import { reading } from "./cloud/ground.ts";

/** What one deployed model makes of the requests that reach it. */
export interface Behaviour {
  /** 0 to 1. */
  readonly errorRate: number;
  readonly latencyMs: number;
}

interface FakeTraffic {
  /** The whole endpoint's. */
  readonly requestsPerSecond: number;
  readonly behaviour: (deployedModelId: string) => Behaviour;
}

const BOUNDS_MS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000];

/** Telemetry of steady traffic, which each deployed model got as the endpoint's split was at the time. */
export function fakeTelemetry(endpoint: string, traffic: FakeTraffic, ground: FakeGround): Telemetry {
  return {
    read: ({ from, to }) =>
      reading(
        {
          method: "telemetry.read",
          resource: endpoint,
          read: () => {
            const [fromMs, toMs] = [Date.parse(from), Math.min(Date.parse(to), ground.time.nowMs())];
            const shares = [...served(endpoint, { fromMs, toMs }, ground)];
            const models = shares
              .map(([id, share]) => counted(id, share, traffic))
              .filter(({ answers }) => answers > 0);
            return { kind: "done", value: { until: new Date(toMs).toISOString(), models } };
          },
        },
        ground,
      ),
  };
}

/** For how many seconds' worth of the whole traffic each deployed model was there. */
function served(
  endpoint: string,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
  { state }: FakeGround,
): ReadonlyMap<string, number> {
  const history = state.endpoints[endpoint]?.history ?? [];
  const seconds = new Map<string, number>();
  for (const [index, { atMs, split }] of history.entries()) {
    const untilMs = Math.min(history[index + 1]?.atMs ?? toMs, toMs);
    const lastedMs = Math.max(0, untilMs - Math.max(atMs, fromMs));
    for (const [id, percent] of Object.entries(split)) {
      seconds.set(id, (seconds.get(id) ?? 0) + (lastedMs / 1000) * (percent / 100));
    }
  }
  return seconds;
}

function counted(deployedModelId: string, share: number, traffic: FakeTraffic): ModelTelemetry {
  const { errorRate, latencyMs } = traffic.behaviour(deployedModelId);
  const answers = Math.round(share * traffic.requestsPerSecond);
  const errors = Math.round(answers * errorRate);
  const bucket = BOUNDS_MS.filter((bound) => bound <= latencyMs).length;
  const counts = [...BOUNDS_MS, Number.POSITIVE_INFINITY].map((_, index) => (index === bucket ? answers : 0));
  return {
    deployedModelId,
    answers,
    errors: errors === 0 ? {} : { 500: errors },
    latency: { boundsMs: BOUNDS_MS, counts },
  };
}
