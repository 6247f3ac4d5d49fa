import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Story } from "./story.ts";

/** People who go on asking, whoever answers, in a process of their own: they stop with the test. */
export async function liveTraffic({ emulator }: Story, ratePerSecond: number): Promise<{ stop(): void }> {
  const endpoint = "projects/p/locations/europe-west4/endpoints/123456789";
  const url = `http://${emulator.vertex}/v1/${endpoint}:predict`;
  const program = join(import.meta.dirname, "live-traffic-process.ts");
  const child = fork(program, [url, String(ratePerSecond)], {
    execArgv: [],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const stop = (): void => void child.kill("SIGKILL");
  onTestFinished(stop);
  await once(child, "message");
  return { stop };
}
