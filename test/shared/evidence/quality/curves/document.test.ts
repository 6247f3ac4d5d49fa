import { describe, expect, test } from "vitest";
import { evidenceText, parseEvidence } from "../../../../../shared/evidence/document.ts";
import type { Evidence } from "../../../../../shared/evidence/evidence.ts";
import type { Latency } from "../../../../../shared/evidence/latency.ts";
import { qualityMeter } from "../../../../../shared/evidence/quality/meter.ts";
import { Failure } from "../../../../../shared/failure.ts";
import type { Task } from "../../../../../shared/schema/release.types.ts";
import { fakeSpill } from "../../../../fakes/spill.ts";
import { evidence } from "../../../gate/good.ts";
import { questionOf, scoredRows } from "../rows.ts";

test.each<[Task, boolean]>([
  ["binary", true],
  ["binary", false],
  ["multiclass", true],
  ["regression", true],
])("what a %s chart is drawn from is read as it was written, champion: %s", async (task, hasChampion) => {
  const meter = qualityMeter({ ...questionOf(task), slices: [] }, { spill: fakeSpill() });
  await meter.add({ ...scoredRows({ task, rows: 3_000, hasChampion }), slices: [] });
  const written = { ...evidence, quality: await meter.finish() };
  expect(parseEvidence(evidenceText(written), "evidence.json")).toEqual(written);
});

describe("what anybody may have written", () => {
  const moment = { atSeconds: 0, ratePerSecond: 1, errors: 0, p50Ms: null, p95Ms: 2 };

  test.each<[string, Partial<Evidence>, boolean]>([
    ["as many parts of a load as are measured are taken", latencyWith({ timeline: Array(64).fill(moment) }), true],
    ["one more is refused", latencyWith({ timeline: Array(65).fill(moment) }), false],
    ["a bin that begins below 0 is refused", latencyWith({ bins: [[-1, 2, 3]] }), false],
    [
      "a bin of two numbers is refused",
      latencyWith({ bins: [[1, 2] as unknown as readonly [number, number, number]] }),
      false,
    ],
    ["as many samples of memory as are taken are read", memoryOf(512), true],
    ["one more sample is refused", memoryOf(513), false],
  ])("%s", (_, changes, isTaken) => {
    const text = evidenceText({ ...evidence, ...changes });
    if (isTaken) expect(parseEvidence(text, "evidence.json")).toMatchObject(changes);
    else expect(() => parseEvidence(text, "evidence.json")).toThrow(Failure);
  });
});

function latencyWith(changes: Partial<NonNullable<Latency["distribution"]>>): Partial<Evidence> {
  if ("unmeasured" in evidence.latency) throw new Error("the sample has no latency");
  const distribution = { quantiles: [[0.5, 2]], bins: [[1, 2, 3]], timeline: [], ...changes } as const;
  return { latency: { ...evidence.latency, challenger: { ...evidence.latency.challenger, distribution } } };
}

function memoryOf(samples: number): Partial<Evidence> {
  if ("unmeasured" in evidence.soak) throw new Error("the sample has no soak");
  return { soak: { ...evidence.soak, memory: Array(samples).fill([1, 2]) } };
}
