import { expect, test } from "vitest";
import { interruption } from "../../../actions/wiring/interruption.ts";

test("whoever asks shares one pair of listeners, however often", () => {
  const before = process.listenerCount("SIGTERM");
  const signals = Array.from({ length: 20 }, () => interruption());
  expect(new Set(signals).size).toBe(1);
  expect(process.listenerCount("SIGTERM") - before).toBeLessThanOrEqual(1);
});
