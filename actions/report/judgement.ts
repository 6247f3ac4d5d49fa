import type { Evidence, ReleaseId } from "../../shared/evidence/evidence.ts";
import { type Failure, toFailure } from "../../shared/failure.ts";
import { evidenceDigest, judge } from "../../shared/gate/judge.ts";
import { policyOf } from "../../shared/gate/policy.ts";
import type { Chain } from "../../shared/ledger/chain.ts";
import type { Manifest, ManifestSource } from "../../shared/release/manifest.ts";
import type { ReleaseReport } from "../../shared/report/report.ts";
import { leftBy, type Plan, planOf } from "../../shared/rollout/plan.ts";
import { foreseenStale } from "../../shared/rollout/stale.ts";
import { quote } from "../../shared/schema/phrases.ts";
import { failureOf } from "../../shared/schema/validate.ts";
import type { GivenEvidence, HandedOver } from "./given-evidence.ts";
import type { Ledgers } from "./ledgers.ts";
import type { ProposedRelease } from "./releases.ts";

/** A release with its verdict, its manifest as it was written, and the folder of its evidence as a whole path. */
export interface JudgedRelease {
  readonly report: ReleaseReport;
  readonly source: ManifestSource;
  readonly folder: string;
}

export interface Circumstances {
  /** Where all of it was handed over, as a whole path. */
  readonly folder: string;
  readonly handedOver: HandedOver;
  /** Logins whose approving review stands at the head. */
  readonly approvals: readonly string[];
  /** As `2026-12-31`. */
  readonly today: string;
  readonly ledgers: Ledgers;
}

export interface Judgement {
  readonly judged: readonly JudgedRelease[];
  readonly failures: readonly { readonly path: string; readonly failure: Failure }[];
  /** Evidence of what nobody proposes, as people call it. */
  readonly strays: readonly string[];
}

/** The parsed evidence under the base branch's policy: what `validate` made of it counts for nothing. */
export function judgeReleases(releases: readonly ProposedRelease[], circumstances: Circumstances): Judgement {
  const judged: JudgedRelease[] = [];
  const failures: { path: string; failure: Failure }[] = [];
  for (const proposed of releases) {
    try {
      const given = evidenceOf(proposed, releases, circumstances.handedOver);
      const folder = given.folder === "" ? circumstances.folder : `${circumstances.folder}/${given.folder}`;
      judged.push({ report: judgeRelease(proposed, given.evidence, circumstances), source: proposed.source, folder });
    } catch (thrown) {
      failures.push({ path: proposed.path, failure: toFailure(thrown) });
    }
  }
  const ids = new Set(releases.map(({ source }) => keyOf(idOf(source.manifest))));
  const strays = circumstances.handedOver.given.filter(({ evidence }) => !ids.has(keyOf(evidence.release)));
  return { judged, failures, strays: strays.map(({ evidence }) => called(evidence.release)) };
}

function judgeRelease(proposed: ProposedRelease, evidence: Evidence, circumstances: Circumstances): ReleaseReport {
  const { path, source, champion } = proposed;
  const { approvals, today } = circumstances;
  const policy = policyOf({ challenger: source.manifest, base: champion, approvals, today, served: proposed.served });
  const verdict = judge(evidence, policy);
  // The gate `digest` says so as well, unless the manifest switches it off.
  if (verdict.status === "pass" && keyOf(evidence.champion) !== keyOf(policy.champion)) {
    const [measured, named] = [called(evidence.champion), called(policy.champion)];
    throw notValidated(proposed, `it was compared with ${measured}, and the champion is ${named}`);
  }
  const { target } = source.manifest;
  const chain = target === undefined ? null : (circumstances.ledgers.get(target.endpoint) ?? null);
  const plan = planFor(proposed, chain);
  const stale = champion === null || chain === null || proposed.served !== null ? null : foreseenStale(champion, chain);
  const planned = { ...verdict, planHash: plan?.hash ?? null };
  return { path, manifest: source.manifest, champion, evidence, verdict: planned, plan, stale, approvals };
}

function planFor({ source, champion }: ProposedRelease, chain: Chain | null): Plan | null {
  const { manifest } = source;
  const isServedThere = champion?.target?.endpoint === manifest.target?.endpoint;
  const left = leftBy(manifest, champion);
  return planOf({ challenger: manifest, champion: isServedThere ? champion : null, chain, left });
}

/**
 * Evidence says which release it is of, and never for which manifest: where several propose the very same, it is
 * theirs in the order in which `validate` walks, and evidence that contradicts itself is nobody's.
 */
function evidenceOf(
  proposed: ProposedRelease,
  releases: readonly ProposedRelease[],
  handedOver: HandedOver,
): GivenEvidence {
  const key = keyOf(idOf(proposed.source.manifest));
  const found = handedOver.given.filter(({ evidence }) => keyOf(evidence.release) === key);
  const alike = releases.filter(({ source }) => keyOf(idOf(source.manifest)) === key);
  if (found.length === 0) throw nothingOf(proposed, handedOver);
  if (found.length === alike.length) return found[alike.indexOf(proposed)]!;
  const distinct = new Set(found.map(({ evidence }) => evidenceDigest(evidence)));
  if (distinct.size === 1) return found[0]!;
  throw notValidated(proposed, `${found.length} files of evidence say different things of it`);
}

/** What was handed over instead, as far as that tells what went wrong. */
function nothingOf(proposed: ProposedRelease, { given, refused }: HandedOver): Failure {
  const { model } = proposed.source.manifest;
  const other = given.find(({ evidence }) => evidence.release.model === model.name);
  if (other !== undefined)
    return notValidated(proposed, `what was handed over is of ${called(other.evidence.release)}`);
  const [failure] = refused;
  if (failure === undefined) return notValidated(proposed, "nothing of it was handed over");
  if (failure.exitCode === 4) return failure;
  // Nobody mends a file of evidence by hand.
  return notValidated(proposed, failure.message, failure.code === "document-invalid" ? FIX : failure.fix);
}

const FIX = "Run `validate` at this head, and hand over the evidence that it writes.";

function notValidated({ source: { manifest, problemAt } }: ProposedRelease, why: string, fix = FIX): Failure {
  const message = `${called(idOf(manifest))} is not validated: ${why}`;
  return failureOf("evidence-missing", [problemAt({ at: "/artifact/digest", message, fix })]);
}

function idOf({ model, artifact }: Manifest): ReleaseId {
  return { model: model.name, version: model.version, digest: artifact.digest };
}

function keyOf(release: ReleaseId | null): string {
  return JSON.stringify(release && [release.model, release.version, release.digest]);
}

function called(release: ReleaseId | null): string {
  if (release === null) return "none";
  const { model, version, digest } = release;
  return `${quote(model).slice(1, -1)} ${quote(version).slice(1, -1)} (${digest.slice(0, 19)}…)`;
}
