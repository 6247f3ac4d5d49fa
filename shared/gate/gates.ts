import { type Gate, gateOf } from "./gate.ts";
import { contract } from "./rules/contract.ts";
import { digest } from "./rules/digest.ts";
import { edge } from "./rules/edge.ts";
import { golden } from "./rules/golden.ts";
import { latency } from "./rules/latency.ts";
import { lint } from "./rules/lint.ts";
import { load } from "./rules/load.ts";
import { parity } from "./rules/parity.ts";
import { quality } from "./rules/quality.ts";
import { rehearsal } from "./rules/rehearsal.ts";
import { safety } from "./rules/safety.ts";
import { sanity } from "./rules/sanity.ts";
import { signature } from "./rules/signature.ts";
import { size } from "./rules/size.ts";
import { slices } from "./rules/slices.ts";
import { soak } from "./rules/soak.ts";
import { throughput } from "./rules/throughput.ts";

/** Every gate, in the order in which a report tells of them. */
export const GATES: readonly Gate[] = [
  gateOf(lint),
  gateOf(digest),
  gateOf(signature),
  gateOf(safety),
  gateOf(size),
  gateOf(load),
  gateOf(contract),
  gateOf(golden),
  gateOf(parity),
  gateOf(sanity),
  gateOf(edge),
  gateOf(quality),
  gateOf(slices),
  gateOf(latency),
  gateOf(throughput),
  gateOf(soak),
  gateOf(rehearsal),
];
