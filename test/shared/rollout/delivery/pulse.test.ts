import { expect, test } from "vitest";
import { withPulse } from "../../../../shared/rollout/delivery/pulse.ts";
import { recordedLog } from "../../../fakes/log.ts";

function waiting() {
  const { log, infos } = recordedLog();
  let nowMs = 0;
  const clock = { elapsedMs: () => nowMs };
  const sleep = async (ms: number): Promise<void> => {
    nowMs += ms;
  };
  return { infos, ...withPulse({ log, clock, sleep }) };
}

test("what is awaited is said at once, and every 30 s as long as it does not come", async () => {
  const { log, sleep, infos } = waiting();
  log.info("waiting for the bake of 5 %");
  await sleep(60_000);
  log.info("waiting for the bake of 5 %");
  await sleep(29_000);
  expect(infos).toEqual([
    "waiting for the bake of 5 %",
    "still waiting for the bake of 5 %, for 30 s",
    "still waiting for the bake of 5 %, for 60 s",
  ]);
});

test("what is asked for often is said once in 30 s", async () => {
  const { log, sleep, infos } = waiting();
  for (let look = 0; look < 40; look += 1) {
    log.info("waiting for deploying the version");
    await sleep(1_000);
  }
  expect(infos).toEqual(["waiting for deploying the version", "still waiting for deploying the version, for 30 s"]);
});

test("what else is said is said as it is", () => {
  const { log, infos } = waiting();
  for (const line of ["a", "waiting for one", "a", "waiting for another"]) log.info(line);
  expect(infos).toEqual(["a", "waiting for one", "a", "waiting for another"]);
});
