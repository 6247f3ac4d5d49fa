import { Failure } from "../failure.ts";
import type { Log } from "../ports/log.ts";
import type { GpuUse } from "../ports/machine.ts";
import type { LoadedModel } from "../ports/runtime.ts";
import type { NamedTensors } from "../ports/tensor.ts";
import type { Traffic, TrafficChannel } from "../ports/traffic.ts";
import type { PairedBlock } from "../statistics/bootstrap/block-bootstrap.ts";
import { ratioOfQuantiles } from "../statistics/bootstrap/ratio-of-quantiles.ts";
import { distributionOf, type LatencyDistribution, type Part, timelineOf } from "./load-generation/distribution.ts";
import { errorCount, type Measurement, newMeasurement, observe, percentiles } from "./load-generation/measurement.ts";
import { openModel } from "./load-generation/model-channel.ts";
import { dueTimes } from "./load-generation/schedule.ts";
import { invalidity } from "./load-generation/validity.ts";

/** How fast both models answer, measured in turn on one device. */
export interface LatencyEvidence {
  readonly device: string;
  readonly challenger: Latency;
  readonly champion: Latency | null;
  /** Challenger's p95 over the champion's, with two-sided 90 % bounds by blocks. */
  readonly ratio: Ratio | null;
  /** Null, or why the run says nothing: its own send lag was too large. */
  readonly invalid: string | null;
  /** What the GPUs were put to meanwhile; none where the processor answered. */
  readonly gpus: readonly GpuUse[];
}

export interface Latency {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly ratePerSecond: number;
  readonly samples: number;
  readonly errors: number;
  /** For charts; nothing is judged by it. Absent from evidence that was taken before there was any. */
  readonly distribution?: LatencyDistribution;
}

export interface Ratio {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

export interface ThroughputEvidence {
  /** The highest rate that was answered within the limit. */
  readonly challengerPerSecond: number;
  readonly championPerSecond: number | null;
  readonly ratio: Ratio | null;
  readonly invalid: string | null;
}

export interface LatencyQuestion {
  /** Asked in turn, at least one. */
  readonly requests: readonly NamedTensors[];
  readonly ratePerSecond: number;
  /** Of each model. */
  readonly durationSeconds: number;
  readonly seed: number;
  readonly signal?: AbortSignal;
}

export interface LatencyPorts {
  readonly traffic: Traffic;
  readonly challenger: LoadedModel;
  readonly champion: LoadedModel | null;
  readonly log: Log;
}

const WARM_UP_SECONDS = 2;
const TIMEOUT_MS = 10_000;
/** So many times the time that the load itself takes. */
const BUDGET = 3;
const REPLICATES = 2_000;
const QUANTILE = 0.95;
const [FEWEST_BLOCKS, MOST_BLOCKS] = [8, 60];

/**
 * An open loop to one model and then to the other, block by block, at the same random times: whatever slows the machine
 * for a while slows both, and which comes first changes from block to block.
 */
export async function measureLatency(
  question: LatencyQuestion,
  ports: LatencyPorts,
): Promise<Omit<LatencyEvidence, "gpus">> {
  const { traffic, challenger, champion, log } = ports;
  await using first = await openModel(challenger, question.requests, traffic);
  await using second = champion === null ? null : await openModel(champion, question.requests, traffic);
  const sides = [newSide("challenger", first), ...(second === null ? [] : [newSide("champion", second)])];
  for (const side of sides) await send(question, { seconds: WARM_UP_SECONDS, block: -1 }, side.channel);
  await measureInTurn(question, sides, log);
  const [own, other] = sides as [Side, Side | undefined];
  return {
    device: challenger.device,
    challenger: latencyOf(own, question),
    champion: other === undefined ? null : latencyOf(other, question),
    ratio: other === undefined ? null : ratioOf(own, other, question.seed),
    invalid: sides.map(invalidityOf).find((invalid) => invalid !== null) ?? null,
  };
}

interface Side {
  readonly name: string;
  readonly channel: TrafficChannel;
  readonly measurement: Measurement;
  readonly parts: Part[];
  busyShare: number;
  waitingAtEnd: number;
}

interface Block {
  readonly seconds: number;
  readonly block: number;
}

function newSide(name: string, channel: TrafficChannel): Side {
  return { name, channel, measurement: newMeasurement(), parts: [], busyShare: 0, waitingAtEnd: 0 };
}

async function measureInTurn(question: LatencyQuestion, sides: readonly Side[], log: Log): Promise<void> {
  const blocks = Math.min(MOST_BLOCKS, Math.max(FEWEST_BLOCKS, Math.round(question.durationSeconds)));
  const budgetMs = BUDGET * 1000 * question.durationSeconds * sides.length;
  for (let block = 0, spentMs = 0; block < blocks; block += 1) {
    const part = { seconds: question.durationSeconds / blocks, block };
    for (const side of block % 2 === 0 ? sides : sides.toReversed()) {
      spentMs += await measureBlock(question, part, side);
    }
    log.progress("blocks of latency", block + 1, blocks);
    // A model that falls behind needs longer for every block, and has shown enough.
    if (block > 0 && spentMs > budgetMs) break;
  }
}

/** Milliseconds that it took. */
async function measureBlock(question: LatencyQuestion, block: Block, side: Side): Promise<number> {
  const latencies: number[] = [];
  const errorsBefore = errorCount(side.measurement);
  const sent = await send(question, block, side.channel, (arrival) => {
    observe(side.measurement, arrival);
    if (arrival.error === null || arrival.error.kind === "timeout") latencies.push(arrival.latencyMs);
  });
  const errors = errorCount(side.measurement) - errorsBefore;
  side.parts.push({ seconds: block.seconds, errors, latenciesMs: Float64Array.from(latencies) });
  side.busyShare = Math.max(side.busyShare, sent.waitingAtEnd > 0 ? sent.busyShare : 0);
  side.waitingAtEnd += sent.waitingAtEnd;
  question.signal?.throwIfAborted();
  return sent.elapsedMs;
}

function send(
  { ratePerSecond, seed, signal }: LatencyQuestion,
  { seconds, block }: Block,
  channel: TrafficChannel,
  settled: Parameters<TrafficChannel["send"]>[0]["settled"] = () => {},
) {
  const schedule = { ratePerSecond, durationMs: seconds * 1000, arrivals: "poisson", seed: seed + block } as const;
  const load = { nextDueMs: dueTimes(schedule), timeoutMs: TIMEOUT_MS, settled };
  return channel.send(signal === undefined ? load : { ...load, signal });
}

function latencyOf({ name, measurement, parts }: Side, { ratePerSecond }: LatencyQuestion): Latency {
  const { p50Ms, p95Ms, p99Ms } = percentiles(measurement.latency);
  const samples = measurement.lag.samples;
  if (p50Ms === null || p95Ms === null || p99Ms === null) {
    const [error] = measurement.errors.values();
    const said = error === undefined ? "none came due" : error.example;
    throw new Failure("prediction-failed", `The ${name} answered none of ${samples} requests: ${said}`, {
      fix: "Ask it by hand with `model-release predict`.",
    });
  }
  const distribution = { ...distributionOf(measurement.latency), timeline: timelineOf(parts) };
  return { p50Ms, p95Ms, p99Ms, ratePerSecond, samples, errors: errorCount(measurement), distribution };
}

function ratioOf(challenger: Side, champion: Side, seed: number): Ratio | null {
  const blocks = challenger.parts.map(
    ({ latenciesMs }, i): PairedBlock => ({ challenger: latenciesMs, champion: champion.parts[i]!.latenciesMs }),
  );
  return ratioOfQuantiles({ blocks, quantile: QUANTILE, replicates: REPLICATES, seed });
}

function invalidityOf({ name, measurement, busyShare, waitingAtEnd }: Side): string | null {
  const invalid = invalidity(measurement, { busyShare, waitingAtEnd });
  return invalid === null ? null : `${name}: ${invalid}`;
}
