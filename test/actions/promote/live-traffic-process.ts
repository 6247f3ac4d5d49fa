import { localTraffic } from "../../../shared/adapters/traffic/traffic.ts";
import { generateLoad } from "../../../shared/evidence/load-generation/generate.ts";

// The load generator at an endpoint's public address, as people would ask it, until nobody wants it any more.

const [url, ratePerSecond] = process.argv.slice(2);
const BODIES = Array.from({ length: 40 }, (_, row) => {
  const instance = [1, 2, 3].map((column) => Math.fround(Math.sin(3 * row + column)));
  return new TextEncoder().encode(JSON.stringify({ instances: [instance] }));
});

process.on("disconnect", () => process.exit());
await using channel = await localTraffic().open({
  kind: "http",
  url: url!,
  method: "POST",
  headers: { "Content-Type": "application/json" },
  bodies: BODIES,
  concurrency: 16,
  trust: "system",
});
process.send!("asking");
const forever = { durationSeconds: 600, warmUpSeconds: 0, timeoutSeconds: 30 };
await generateLoad({ ...forever, ratePerSecond: Number(ratePerSecond), seed: 1, arrivals: "poisson" }, channel);
