import type { Chain } from "../ledger/chain.ts";
import { hasSettled, standingOf } from "../ledger/history.ts";
import { instantMs } from "../ledger/instant.ts";
import type { LedgerLine } from "../ledger/line.ts";
import type { Manifest } from "../release/manifest.ts";
import { deployedModelIdOf } from "./deployed-model-id.ts";
import { type Effect, type End, ended, hindered } from "./effect.ts";
import type { Intent } from "./intent.ts";
import { leftover } from "./leftovers.ts";
import { removed, stopUnheard } from "./removal.ts";
import { expectedShares, expectedSplit, hasDrifted, servedChampion, servedShares, sharesText } from "./served.ts";
import type { Obstacle, Situation } from "./situation.ts";
import { remedyOf } from "./stale.ts";

/** A rollback asks nobody: what served before takes all traffic in one write. */
const AT_ONCE: readonly number[] = [100];
const HOUR_MS = 3_600_000;
const ADOPT_OR_HEAL =
  "Run `model-release adopt` to make Git say what is served, or `model-release heal` to serve what the ledger says.";

/** At rest: whether anything has to be done so that the endpoint serves what the default branch says. */
export function start(situation: Situation): Effect {
  const { desired } = situation;
  if (desired.order === "older") return ended("noop", "a newer commit of the default branch has been acted on already");
  if (situation.broken !== null) return despite(situation.broken, situation);
  if (desired.contested !== undefined) return hindered(desired.contested);
  const first = stopUnheard(situation) ?? freeze(situation);
  if (first !== null) return first;
  const wish = desired.manifest === null ? removed(situation) : wanted(situation, desired.manifest);
  // What serves nobody is taken away when nothing else is to be done: it never delays a release.
  return wish.kind === "end" ? (leftover(situation) ?? wish) : wish;
}

/** What was well before the ledger was broken may have all traffic back; nothing else is begun until it is mended. */
function despite(broken: Obstacle, situation: Situation): Effect {
  const { desired, chain, endpoint } = situation;
  const { manifest } = desired;
  const refused = hindered(broken);
  if (manifest === null || standingOf(chain, manifest.artifact.digest) !== "healthy") return refused;
  const shares = servedShares(endpoint, chain);
  if (shares.length > 0 && shares.every(({ digest }) => digest === manifest.artifact.digest)) return refused;
  return objected(situation, manifest) ?? { kind: "begin", intent: intentOf(situation, manifest, "rollback") };
}

function wanted(situation: Situation, manifest: Manifest): Effect {
  const champion = servedChampion(situation.chain);
  if (champion?.digest !== manifest.artifact.digest) return begin(situation, manifest, champion);
  return ended("noop", `${champion.version} is served already`);
}

/** What nobody can explain stops everything, until a person has said what is right. */
function freeze({ desired, chain, endpoint }: Situation): Effect | null {
  const isFrozen = chain.at(-1)?.event === "frozen";
  const drift = hasDrifted({ endpoint, chain });
  if (desired.order !== "diverged" && !drift) {
    return isFrozen
      ? { kind: "note", event: "thawed", reason: "the endpoint serves what the ledger says again" }
      : null;
  }
  const live = sharesText(servedShares(endpoint, chain));
  const reason = drift
    ? `the endpoint serves ${live}, and the ledger says ${sharesText(expectedShares(chain))}`
    : "the history that the ledger was written from is no longer part of the default branch";
  return isFrozen ? ended("refused", reason, ADOPT_OR_HEAL) : { kind: "note", event: "frozen", reason };
}

function begin(situation: Situation, manifest: Manifest, champion: LedgerLine | null): Effect {
  const isHealthy = standingOf(situation.chain, manifest.artifact.digest) === "healthy";
  const refusal = isHealthy ? null : refusalOf(situation, manifest, champion);
  const end = refusal ?? objected(situation, manifest);
  return end ?? { kind: "begin", intent: intentOf(situation, manifest, isHealthy ? "rollback" : "promote") };
}

/** It was about to be begun, and a closer look has found that it had better not be. */
function objected({ objection }: Situation, { artifact }: Manifest): End | null {
  if (objection?.digest !== artifact.digest) return null;
  return ended("refused", objection.reason, objection.fix);
}

/** Null where nothing speaks against a promotion. */
function refusalOf(situation: Situation, manifest: Manifest, champion: LedgerLine | null): End | null {
  const { record, desired } = situation;
  if (record.kind === "none") return ended("refused", record.reason, record.fix);
  if (desired.isFrozen) {
    return ended("refused", "the file model-release.freeze stops every promotion", "Remove the file when it is time.");
  }
  const again = secondAttempt(situation, manifest);
  if (again !== null) return again;
  // An endpoint that nobody was ever released to has no champion: what was compared with served elsewhere, if at all.
  if (hasSettled(situation.chain) && record.champion !== (champion?.digest ?? null)) {
    const live = champion?.version ?? sharesText(expectedShares(situation.chain));
    const reason = `the release was compared with another champion: ${live} is served now`;
    return ended("stale", reason, remedyOf(record.champion, situation.chain));
  }
  if (record.planHash !== null && record.planHash !== desired.planHash) {
    const reason = "what would be done is no longer what was reviewed";
    return ended("stale", reason, remedyOf(record.champion, situation.chain));
  }
  if (record.isApproved) return null;
  return ended("refused", "the model is of high risk, and nobody has approved it", "Ask an approver to review it.");
}

/** A release that failed comes back only as one that somebody answers for; what the platform failed is simply tried again. */
function secondAttempt({ chain, record, nowMs, desired }: Situation, { artifact, rollout }: Manifest): End | null {
  const standing = standingOf(chain, artifact.digest);
  const last = chain.findLast((line) => line.digest === artifact.digest);
  if (standing === "bad" || standing === "rolledBack") {
    if (record.kind === "passed" && record.isFailureWaived && !hasFailedAgain(chain, record.evidenceDigest))
      return null;
    const what = standing === "bad" ? `failed: ${last?.reason ?? "no reason was kept"}` : "was taken back";
    return ended(
      "refused",
      `this very release ${what}`,
      "Revert it, or release it anew with a waiver that names this failure.",
    );
  }
  const first = chain.find(
    ({ event, digest, commit }) => event === "intent" && digest === artifact.digest && commit === desired.cause.commit,
  );
  const isLate = first !== undefined && nowMs - instantMs(first.time) > rollout.deadlineHours * HOUR_MS;
  if (standing !== "aborted" || !isLate || desired.isRetry) return null;
  const reason = `the platform kept it back for more than ${rollout.deadlineHours} hours: ${last?.reason ?? ""}`;
  return ended("refused", reason, "Run `model-release retry` when the platform is well again.");
}

/** A waiver lets a release in once: it names the failures before its evidence, and not the one after. */
function hasFailedAgain(chain: Chain, evidenceDigest: string): boolean {
  return chain.some((line) => line.event === "bad" && line.evidenceDigest === evidenceDigest);
}

function intentOf(
  { desired, fence, endpoint, chain, broken, nowMs, record }: Situation,
  { model, artifact, target, rollout }: Manifest,
  kind: Intent["kind"],
): Intent {
  const parked =
    kind === "rollback" ? endpoint.deployed.findLast(({ digest }) => digest === artifact.digest) : undefined;
  const name = { endpoint: target!.endpoint, digest: artifact.digest, generation: fence };
  return {
    kind,
    release: { model: model.name, version: model.version, digest: artifact.digest },
    cause: {
      ...desired.cause,
      evidenceDigest: kind === "promote" && record.kind === "passed" ? record.evidenceDigest : null,
    },
    generation: fence,
    deployedModelId: parked?.id ?? deployedModelIdOf(name),
    wasParked: parked !== undefined,
    // A broken ledger does not tell who should have it, only the endpoint who has.
    restore: broken === null ? expectedSplit(chain) : endpoint.split,
    begunMs: nowMs,
    isUploaded: false,
    upload: null,
    version: parked?.version ?? null,
    staging: "none",
    hasSmoked: false,
    operation: null,
    stagingEndpoint: target!.stagingEndpoint ?? null,
    // Without anybody to share traffic with there is nothing to watch beside it.
    steps: kind === "rollback" || expectedShares(chain).length === 0 ? AT_ONCE : rollout.steps,
    step: -1,
    stepSinceMs: null,
    passedStep: -1,
    latch: null,
  };
}
