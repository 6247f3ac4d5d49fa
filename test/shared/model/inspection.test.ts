import { expect, test } from "vitest";
import { inspectMutatedModels } from "../../fuzz/mutated-models.ts";

test("2,000 damaged models are inspected or refused, and nothing else happens", { timeout: 120_000 }, async () => {
  const { inspected, refused, slowestMs } = await inspectMutatedModels(2026, 2_000);
  expect(inspected).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(100);
  expect(slowestMs).toBeLessThan(2_000);
});
