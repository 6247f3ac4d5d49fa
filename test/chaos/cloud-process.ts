import { embeddedRuntime } from "../../shared/adapters/embedded/runtime.ts";
import { localFiles } from "../../shared/adapters/files/files.ts";
import { startEmulator } from "../../shared/emulator/emulator.ts";
import { silentLog } from "../fakes/log.ts";
import type { CloudAddress, Order } from "./cloud.ts";

// The emulator in a process of its own, which may be killed, and whose clock can be put forward: a lease runs out by the
// clock of the service that keeps it. Forked with the folder of its state and the ports that it had before.

const [stateFolder, vertexPort, storagePort, operationMs] = process.argv.slice(2);
const WATCH_MS = 2;
let aheadMs = 0;

const emulator = await startEmulator({
  stateFolder: stateFolder!,
  port: Number(vertexPort),
  storagePort: Number(storagePort),
  plan: { operationMs: Number(operationMs) },
  runtime: embeddedRuntime(localFiles()),
  log: silentLog,
  nowMs: () => Date.now() + aheadMs,
});

process.on("message", (order: Order) => {
  if (order.kind === "putForward") aheadMs += order.ms;
  process.send!({ kind: "done" });
});
process.on("disconnect", () => process.exit());

const { vertex, storage } = emulator;
process.send!({ kind: "ready", address: { vertex, storage } satisfies CloudAddress });
const counts: Record<string, number> = {};
let seen = 0;
setInterval(() => {
  const entries = emulator.requests();
  if (entries.length === seen) return;
  for (const { resource } of entries.slice(seen)) {
    const name = /\b(?:projects\/|models-)(\w+)/.exec(resource)?.[1] ?? "";
    counts[name] = (counts[name] ?? 0) + 1;
  }
  seen = entries.length;
  process.send!({ kind: "asked", counts });
}, WATCH_MS);
