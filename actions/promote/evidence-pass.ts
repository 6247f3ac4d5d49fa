import { parseEvidence } from "../../shared/evidence/document.ts";
import type { Evidence, ReleaseId } from "../../shared/evidence/evidence.ts";
import { blocking } from "../../shared/gate/gate.ts";
import { judge } from "../../shared/gate/judge.ts";
import { policyOf } from "../../shared/gate/policy.ts";
import { championOf } from "../../shared/ledger/history.ts";
import type { Files } from "../../shared/ports/files.ts";
import { quote } from "../../shared/schema/phrases.ts";
import type { FoundPass, NoPass, PassQuestion } from "./found-pass.ts";

export interface EvidencePorts {
  readonly files: Files;
  readonly resolve: (path: string) => string;
  /** As `2026-12-31`. */
  readonly today: () => string;
}

const FILE = "evidence.json";
const MAX_BYTES = 32 * 2 ** 20;

/** What `validate --out DIR` has measured, judged again: whoever hands it over could have written it by hand. */
export async function evidencePass(
  { release, known, wish }: PassQuestion,
  ports: EvidencePorts,
): Promise<FoundPass | NoPass> {
  const evidence = await readEvidence(wish.evidence!, release, ports);
  if (!isOf(evidence, release)) return none(`the evidence is of ${called(evidence.release)}`);
  const [manifest, base] = [(await known.view.tip()).manifest!, await known.view.champion(known.chain)];
  const approvals = wish.isApproved ? ((base ?? manifest).model.approvers ?? []) : [];
  const judged = policyOf({ challenger: manifest, base, approvals, today: ports.today() });
  const policy = { ...judged, isApproved: wish.isApproved };
  const champion = evidence.champion?.digest ?? null;
  const verdict = judge(evidence, policy);
  const pass = { champion, evidenceDigest: verdict.evidenceDigest, planHash: null };
  // Compared with another champion it cannot pass, whatever it says: that is told apart from a release that fails.
  if (champion !== (championOf(known.chain)?.digest ?? null)) return { pass, policy };
  if (verdict.status === "pass") return { pass, policy };
  const blockers = verdict.gates.filter((gate) => blocking(gate) !== "pass").map(({ gate }) => gate);
  return none(`its evidence does not pass: ${verdict.status} by ${blockers.join(", ")}`);
}

/** A job's folder has one for each model in it. */
async function readEvidence(
  folder: string,
  { model }: ReleaseId,
  { files, resolve }: EvidencePorts,
): Promise<Evidence> {
  const isAlone = (await files.kind(resolve(`${folder}/${FILE}`))) === "file";
  const path = isAlone ? `${folder}/${FILE}` : `${folder}/${model}/${FILE}`;
  return parseEvidence(await files.read(resolve(path), MAX_BYTES), path);
}

function isOf({ release }: Evidence, { model, version, digest }: ReleaseId): boolean {
  return release.model === model && release.version === version && release.digest === digest;
}

function called({ model, version, digest }: ReleaseId): string {
  return `${quote(model).slice(1, -1)} ${quote(version).slice(1, -1)} (${digest.slice(0, 19)}…), another release`;
}

function none(reason: string): NoPass {
  return { kind: "none", reason, fix: "Run `model-release validate release.yaml --out DIR`, and hand that over." };
}
