import { generateLoad, type LoadResult } from "../../../shared/evidence/load-generation/generate.ts";
import { findHighestRate, type HighestRate } from "../../../shared/evidence/load-generation/highest-rate.ts";
import type { TrafficChannel, TrafficTarget } from "../../../shared/ports/traffic.ts";
import type { CommandPorts, CommandResult, ExitCode, Invocation } from "./command.ts";
import { warmModel } from "./load-model.ts";
import { type LoadWish, loadWish } from "./load-options.ts";
import { isServer, serverTarget } from "./load-server.ts";
import { loadText, searchText } from "./load-text.ts";

const SCHEMA = "model-release/load/v1";
/** Nothing faster is tried by a search. */
const MAX_PER_SECOND = 1e6;
/** Progress is cheap, but not free. */
const SHOWN_EVERY = 64;

/** An open loop of requests to a server or to a model, at one rate or up to the highest within a limit. */
export async function load(invocation: Invocation, ports: CommandPorts): Promise<CommandResult> {
  const wish = loadWish(invocation);
  const [shown] = invocation.operands as readonly [string];
  if (isServer(shown)) {
    const { target, identity } = await serverTarget(invocation, wish.connections, ports);
    using _ = identity;
    return await sendTo({ shown, target, device: null }, wish, ports);
  }
  const warm = await warmModel(invocation, ports);
  if (typeof warm === "string") return { exitCode: 1, document: { schema: SCHEMA, error: warm }, text: () => warm };
  await using model = warm.model;
  const call = (): Promise<unknown> => model.predict(warm.inputs);
  const target: TrafficTarget = { kind: "calls", concurrency: wish.connections, call };
  return await sendTo({ shown, target, device: model.device }, wish, ports);
}

interface Named {
  /** As the user wrote it. */
  readonly shown: string;
  readonly target: TrafficTarget;
  /** Null where only the server knows. */
  readonly device: string | null;
}

async function sendTo({ shown, target, device }: Named, wish: LoadWish, ports: CommandPorts): Promise<CommandResult> {
  const traffic = await ports.traffic();
  await using channel = await traffic.open(target);
  const signal = ports.interruption();
  const head = { schema: SCHEMA, target: shown, device, arrivals: wish.plan.arrivals };
  if (wish.isSearch) {
    const found = await search(wish, channel, signal);
    const document = { ...head, p95LimitMs: wish.p95Ms, highestPerSecond: found.ratePerSecond, ...found };
    return { exitCode: searchExit(found), document, text: (style) => searchText(shown, wish, found, style) };
  }
  // Only what computes on a GPU of this machine is worth a second process that watches it.
  await using gpus = device === null || device === "cpu" ? null : (await ports.machine()).watchGpus();
  const result = { ...(await measure(wish, channel, { signal, log: ports.log })), gpus: gpus?.use() ?? null };
  const document = { ...head, ...result };
  return { exitCode: exitCode(result, wish), document, text: (style) => loadText(shown, wish, result, style) };
}

function measure(
  { plan }: LoadWish,
  channel: TrafficChannel,
  { signal, log }: { readonly signal: AbortSignal } & Pick<CommandPorts, "log">,
): Promise<LoadResult> {
  const { ratePerSecond, durationSeconds, warmUpSeconds } = plan;
  log.info(`${ratePerSecond} requests a second for ${durationSeconds} s, after ${warmUpSeconds} s to warm up.`);
  const expected = Math.ceil(ratePerSecond * durationSeconds);
  let ended = 0;
  const watch = (): void => {
    ended += 1;
    if (ended % SHOWN_EVERY === 0 && ended < expected) log.progress("Sending", ended, expected);
  };
  return generateLoad({ ...plan, signal, watch }, channel).finally(() => log.progress("Sending", expected, expected));
}

function search({ plan, p95Ms }: LoadWish, channel: TrafficChannel, signal: AbortSignal): Promise<HighestRate> {
  const question = { startPerSecond: plan.ratePerSecond, maxPerSecond: MAX_PER_SECOND, p95Ms: p95Ms! };
  return findHighestRate({ ...plan, ...question, signal }, channel);
}

/** Requests that failed have failed, whoever was late; what was cut short or is invalid proves nothing else. */
function exitCode({ errors, valid, isComplete, p95Ms }: LoadResult, wish: LoadWish): ExitCode {
  if (errors > 0) return 1;
  if (!valid || !isComplete) return 3;
  return wish.p95Ms !== null && (p95Ms === null || p95Ms > wish.p95Ms) ? 1 : 0;
}

function searchExit({ ratePerSecond, boundBy }: HighestRate): ExitCode {
  if (boundBy === "sender" || boundBy === "interruption") return 3;
  return ratePerSecond === null ? 1 : 0;
}
