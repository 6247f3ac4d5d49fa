import type { FileLint } from "../model/beside/lint-files.ts";
import type { SafetyFinding } from "../model/safety/finding.ts";
import type { ServableFinding } from "../model/servable.ts";
import type { Mismatch } from "../release/contract.ts";
import type { ContractChange } from "../release/contract-diff.ts";
import type { SignatureResult } from "../release/signing/verify-signature.ts";
import type { BaselineEvidence } from "./baseline.ts";
import type { EdgeEvidence } from "./edge.ts";
import type { GoldenEvidence } from "./golden.ts";
import type { LatencyEvidence, ThroughputEvidence } from "./latency.ts";
import type { LoadEvidence } from "./load.ts";
import type { ParityEvidence } from "./parity.ts";
import type { QualityEvidence } from "./quality.ts";
import type { RehearsalEvidence } from "./rehearsal.ts";
import type { SanityEvidence } from "./sanity.ts";
import type { SoakEvidence } from "./soak.ts";

/** What was measured of a challenger, with what, over which digests. Never an opinion: that is the judge's. */
export interface Evidence {
  readonly schema: "model-release/evidence/v1";
  readonly release: ReleaseId;
  /** Null where the base branch names no release of this model. */
  readonly champion: ReleaseId | null;
  /** Why nothing was measured of a release that served before; null where all was. */
  readonly shortcut: Shortcut | null;
  readonly runtime: Measured<RuntimeId>;
  readonly dataset: Measured<DatasetId>;
  readonly lint: LintEvidence;
  readonly digest: DigestEvidence;
  readonly signature: Measured<SignatureResult>;
  readonly safety: { readonly findings: readonly SafetyFinding[] };
  readonly size: { readonly bytes: number; readonly files: number };
  readonly load: Measured<LoadEvidence>;
  readonly contract: Measured<ContractEvidence>;
  readonly golden: Measured<GoldenEvidence>;
  readonly sanity: Measured<SanityEvidence>;
  readonly edge: Measured<EdgeEvidence>;
  readonly quality: Measured<QualityEvidence>;
  readonly latency: Measured<LatencyEvidence>;
  readonly throughput: Measured<ThroughputEvidence>;
  readonly soak: Measured<SoakEvidence>;
  readonly parity: Measured<ParityEvidence>;
  readonly rehearsal: Measured<RehearsalEvidence>;
  readonly baseline: Measured<BaselineEvidence>;
}

export interface ReleaseId {
  readonly model: string;
  readonly version: string;
  readonly digest: string;
}

/** Whoever judges looks it up in the ledger again. */
export interface Shortcut {
  /** The sequence of the ledger's line that says that this very artifact is well. */
  readonly healthy: number;
}

export interface RuntimeId {
  readonly name: "tensorflow" | "embedded";
  /** Of what computed: TensorFlow's own, or the embedded runtime's. */
  readonly version: string;
  readonly device: string;
}

export interface DatasetId {
  readonly digest: string;
  readonly rows: number;
}

/** A measurement, or why there is none. */
export type Measured<T> = T | Unmeasured;

export interface Unmeasured {
  /** It does not apply, which is no one's fault; or it applies and could not be taken. */
  readonly unmeasured: "notApplicable" | "notPossible";
  readonly reason: string;
  /** What a person can do so that it is taken next time. */
  readonly fix: string | null;
}

export interface LintEvidence {
  readonly findings: readonly FileLint[];
  /** Files that the manifest names and the repository lacks, and fields that still say TODO. */
  readonly missing: readonly string[];
  readonly placeholders: readonly string[];
  readonly servable: readonly ServableFinding[];
  readonly completeness: { readonly named: number; readonly of: number; readonly missing: readonly string[] };
  /** What is odd and breaks nothing: a dataset without a digest, a margin that the rows cannot reach. */
  readonly warnings: readonly string[];
}

export interface DigestEvidence {
  readonly declared: string;
  readonly actual: string;
}

export interface ContractEvidence {
  /** Where the signature is not what the manifest declares. */
  readonly mismatches: readonly Mismatch[];
  /** From the champion's contract to the challenger's; empty for a first release. */
  readonly changes: readonly ContractChange[];
  /** Outputs of the champion that a declared consumer reads and a breaking change touches. */
  readonly brokenConsumers: readonly { readonly consumer: string; readonly output: string }[];
}

export function isMeasured<T extends object>(measured: Measured<T>): measured is T {
  return !("unmeasured" in measured);
}
