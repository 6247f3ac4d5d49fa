import { hasSettled, standingOf } from "../../../shared/ledger/history.ts";
import { instantMs } from "../../../shared/ledger/instant.ts";
import type { LedgerLine } from "../../../shared/ledger/line.ts";
import type { Manifest } from "../../../shared/release/manifest.ts";
import { expectedSplit, servedChampion } from "../../../shared/rollout/served.ts";
import { isSameSplit } from "../../../shared/rollout/split.ts";
import { nameOf } from "../../shared/rollout/releases.ts";
import type { World } from "../../shared/rollout/world-parts.ts";
import { endpointOf } from "./change.ts";
import { type Facts, isReleaseStruck, isTouched } from "./facts.ts";

type Chain = readonly LedgerLine[];

const HOUR_MS = 3_600_000;

/** What is wanted is served, or there is a reason that is none of our own making. */
export function unserved(world: World, chain: Chain, facts: Facts): readonly string[] {
  if (chain.at(-1)?.event === "frozen") return [];
  const tip = world.main.commits.at(-1)!;
  const { split, deployed } = endpointOf(world);
  const digest = (id: string) => deployed.find((each) => each.id === id)?.digest ?? null;
  const served = Object.entries(split).map(([id, percent]) => `${nameOf(digest(id))} ${percent}`);
  const shown = served.join(", ") || "nothing";
  if (!isSameSplit(split, expectedSplit(chain))) return [`${shown} is served, and the ledger says something else`];
  if (tip.manifest === null) {
    return tip.onDelete === "undeploy" && served.length > 0 ? ["the manifest is gone, and something is served"] : [];
  }
  const wanted = tip.manifest.artifact.digest;
  if (served.join() === `${nameOf(wanted)} 100` || isHeldBack(tip.manifest, { world, chain, facts })) return [];
  return [`${nameOf(wanted)} is wanted and ${standingOf(chain, wanted)}, and ${shown} is served`];
}

interface End {
  readonly world: World;
  readonly chain: Chain;
  readonly facts: Facts;
}

/** Why a release may be wanted for ever, and never served. */
function isHeldBack(manifest: Manifest, { world, chain, facts }: End): boolean {
  const { digest } = manifest.artifact;
  if (isGoodEverSince(chain, digest)) return false;
  const standing = standingOf(chain, digest);
  const record = world.passes.get(digest);
  if (record?.kind !== "passed" || world.main.commits.at(-1)!.isFrozen) return true;
  const hasFailed = standing === "bad" || standing === "rolledBack";
  const failures = chain.filter(({ event }) => event === "bad");
  const hasFailedAgain = failures.some(({ evidenceDigest }) => evidenceDigest === record.evidenceDigest);
  if (hasFailed && (!record.isFailureWaived || hasFailedAgain)) return true;
  if (hasSettled(chain) && record.champion !== (servedChampion(chain)?.digest ?? null)) return true;
  return standing === "aborted" && isHopeless(manifest, { world, chain, facts });
}

/** An attempt to bring it back that the platform failed, or that something newer overtook, says nothing about it. */
function isGoodEverSince(chain: Chain, digest: string): boolean {
  const said = chain.filter((line) => line.digest !== digest || !SAYS_NOTHING.has(line.event));
  return standingOf(said, digest) === "healthy";
}

const SAYS_NOTHING: ReadonlySet<string> = new Set(["intent", "aborted", "superseded"]);

/** What would be tried again was tried for a day, or can never come to an end. */
function isHopeless({ artifact: { digest }, rollout }: Manifest, { world, chain, facts }: End): boolean {
  const { hash } = world.main.commits.at(-1)!;
  const first = chain.find((line) => line.event === "intent" && line.digest === digest && line.commit === hash);
  const spentMs = first === undefined ? 0 : facts.quietMs! - instantMs(first.time);
  const isLate = spentMs > rollout.deadlineHours * HOUR_MS;
  return isLate || world.smokes.get(digest) === "unknown" || world.judgements.get(digest) === "more";
}

/** Nothing is frozen, and no release blamed, that nothing has happened to. */
export function blameless(world: World, chain: Chain, facts: Facts): readonly string[] {
  return chain.flatMap((line) =>
    isExplained(line, world, facts) ? [] : [`line ${line.sequence} is ${line.event} for nothing: ${line.reason}`],
  );
}

function isExplained({ event, digest, reason }: LedgerLine, world: World, facts: Facts): boolean {
  const judgement = world.judgements.get(digest);
  switch (event) {
    case "frozen":
      return isTouched(facts);
    case "bad":
      return (
        judgement === "fail" ||
        judgement === "more" ||
        world.smokes.get(digest) === "failed" ||
        isTouched(facts) ||
        isReleaseStruck(facts)
      );
    case "aborted":
      return facts.strikes.size + facts.outages > 0 || world.smokes.get(digest) === "unknown" || LATE.test(reason!);
    default:
      return true;
  }
}

const LATE = /^it was not done within/;
