import { Worker } from "node:worker_threads";

const CHECK_MS = 500;
/** Plain text, since a worker's file would have to be found again in every bundle. */
const WATCH = `
  const { workerData: host } = require("node:worker_threads");
  setInterval(() => { if (process.ppid !== host) process.kill(-process.pid, "SIGKILL"); }, ${CHECK_MS});
`;

/** In the model's environment: the host's process, which may be gone before the model's own has begun. */
export const HOST_VARIABLE = "MODEL_RELEASE_HOST_PROCESS";

/**
 * Ends this process when its host is gone. The channel closes then, but a model in an endless loop never hears of it:
 * a thread that does nothing else looks who its parent is.
 */
export function endWithHost(): void {
  const resourceLimits = { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1, stackSizeMb: 1 };
  const workerData = Number(process.env[HOST_VARIABLE]);
  new Worker(WATCH, { eval: true, workerData, resourceLimits }).unref();
}

/** This process leads its group: whatever it started ends with it. */
export function killOwnGroup(): void {
  process.kill(-process.pid, "SIGKILL");
}
