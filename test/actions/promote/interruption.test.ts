import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { laidStory } from "./story.ts";

test("an interruption ends the run within a second, with its intent kept and the lease given back", {
  timeout: 60_000,
}, async () => {
  const story = await laidStory({ faults: [{ fault: "neverEnd", method: "DeployModel" }] });
  await story.merge("1.0.0");
  const running = story.promote("--evidence", "out");
  while (!story.emulator.requests().some(({ method }) => method === "DeployModel")) await delay(20);
  const begun = performance.now();
  story.interrupt();
  expect(await running).toMatchObject({ outcome: "inProgress", exitCode: 0 });
  expect(performance.now() - begun).toBeLessThan(1_000);
  const object = encodeURIComponent(".model-release/123456789.lease.json");
  const lease = await fetch(`${story.emulator.storage}/storage/v1/b/models/o/${object}?alt=media`);
  expect(await lease.json()).toMatchObject({
    holder: null,
    intent: { kind: "promote", release: { version: "1.0.0" } },
  });
});
