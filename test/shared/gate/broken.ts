import type { Evidence } from "../../../shared/evidence/evidence.ts";
import { isMeasured } from "../../../shared/evidence/evidence.ts";
import type { GateId } from "../../../shared/schema/release.types.ts";
import { evidence, metric, quality } from "./good.ts";

const STRANGE = `sha256:${"e".repeat(64)}`;

const CRASHED = {
  fix: "Export it again.",
  outcome: "failed",
  code: "model-crashed",
  message: "signal 11",
  isPlatform: false,
} as const;

const { golden, sanity, latency, throughput, soak, parity, lint } = evidence;
const off = { elements: 30, largest: 0.2, largestShare: 20, beyondTolerance: 3, notFinite: 0, mismatch: null };
const [vip] = quality.slices;
const lost = metric({ challenger: 0.6, difference: -0.21, lower: -0.25, upper: -0.17, pValue: 1e-9 });

/** Evidence that is good but for what one gate looks at. */
export const BROKEN: Readonly<Record<GateId, Partial<Evidence>>> = {
  lint: { lint: { ...lint, missing: ["golden.jsonl"] } },
  digest: { digest: { ...evidence.digest, actual: STRANGE } },
  signature: { signature: { status: "failed", reason: "not covered: a", fix: "Sign it again.", where: "model.sig" } },
  safety: {
    safety: {
      findings: [
        { operator: "ReadFile", node: "n", file: null, path: ["serving_default"], reason: "reads", fix: "Don't." },
      ],
    },
  },
  size: { size: { bytes: 2147483649, files: 4 } },
  load: {
    load: {
      wantedDevice: null,
      attempts: [CRASHED, CRASHED, CRASHED],
    },
  },
  contract: {
    contract: {
      mismatches: [{ path: "inputs.x.dtype", declared: "float32", actual: "int64", message: "differs" }],
      changes: [],
      brokenConsumers: [],
    },
  },
  golden: isMeasured(golden)
    ? { golden: { ...golden, outputs: golden.outputs.map((output) => ({ ...output, difference: off })) } }
    : {},
  sanity: isMeasured(sanity)
    ? {
        sanity: {
          ...sanity,
          outputs: sanity.outputs.map((output) => ({ ...output, notFinite: 2, firstNotFinite: 7 })),
        },
      }
    : {},
  edge: {
    edge: {
      cases: [
        { name: "one row", isWithinContract: true, outcome: "died", message: null, recovered: false, durationMs: 3 },
      ],
    },
  },
  quality: { quality: { ...quality, metrics: { auc: lost } } },
  slices: {
    quality: {
      ...quality,
      slices: [{ ...vip!, metrics: { auc: lost }, lossPValue: 1e-9 }, ...quality.slices.slice(1)],
    },
  },
  latency: isMeasured(latency) ? { latency: { ...latency, ratio: { value: 2, lower: 1.8, upper: 2.2 } } } : {},
  throughput: isMeasured(throughput)
    ? { throughput: { ...throughput, ratio: { value: 0.5, lower: 0.4, upper: 0.6 } } }
    : {},
  soak: isMeasured(soak) ? { soak: { ...soak, errors: 3 } } : {},
  parity: isMeasured(parity)
    ? { parity: { ...parity, outputs: parity.outputs.map((output) => ({ ...output, difference: off })) } }
    : {},
  rehearsal: {
    rehearsal: {
      promotion: { isDone: false, reason: "the endpoint refused it", writes: [], milliseconds: 10 },
      return: null,
    },
  },
};
