import type { Clock } from "../../ports/clock.ts";
import type { Endpoint } from "../../ports/endpoint.ts";
import type { Cloud } from "./ports.ts";

/** More than anybody waits. */
const LEAP_MS = 7 * 24 * 3_600_000;

/** Whoever asks for an end is not kept waiting for an operation: the next run finds it again. */
export function interruptible(cloud: Cloud, signal: AbortSignal): Pick<Cloud, "endpoint" | "registry"> {
  const patience = (waitMs: number): number => (signal.aborted ? 0 : waitMs);
  const { registry } = cloud;
  return {
    endpoint(id): Endpoint {
      const endpoint = cloud.endpoint(id);
      return { ...endpoint, settle: (operation, waitMs) => endpoint.settle(operation, patience(waitMs)) };
    },
    registry: { ...registry, settle: (operation, waitMs) => registry.settle(operation, patience(waitMs)) },
  };
}

/** For what goes on until a time has come: it has, once somebody asks for an end. */
export function interruptibleClock({ elapsedMs }: Clock, signal: AbortSignal): Clock {
  return { elapsedMs: () => elapsedMs() + (signal.aborted ? LEAP_MS : 0) };
}
