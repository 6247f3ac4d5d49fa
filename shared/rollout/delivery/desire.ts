import { toFailure } from "../../failure.ts";
import type { Chain } from "../../ledger/chain.ts";
import { standingOf } from "../../ledger/history.ts";
import type { PullRequest } from "../../ports/forge.ts";
import type { Manifest } from "../../release/manifest.ts";
import { planOf } from "../plan.ts";
import type { Desired } from "../situation.ts";
import { championManifest } from "./champion-manifest.ts";
import { CLAIM_FIX, claimantsOf, claimText } from "./claimants.ts";
import type { Place } from "./place.ts";
import type { DeliveryPorts } from "./ports.ts";
import { earlierManifest, readTip, type Tip } from "./tip.ts";

/** What the default branch says, as often as it is asked: what a commit says is read once. */
export interface MainlineView {
  desire(since: string | null, chain: Chain): Promise<Desired>;
  /** As it was read last. */
  tip(): Promise<Tip>;
  /** Through which pull request the manifest became what it is; null where the forge does not tell. */
  pullRequest(): Promise<PullRequest | null>;
  /** Of the live champion. */
  champion(chain: Chain): Promise<Manifest | null>;
}

export interface Viewed extends Place {
  readonly endpointId: string;
  readonly isRetry: boolean;
}

type Ports = Pick<DeliveryPorts, "forge" | "log" | "sleep">;

/** The forge tells whom to thank. Nobody is kept waiting for that. */
const TELLING_MS = 3_000;

export function viewMainline(viewed: Viewed, ports: Ports): MainlineView {
  let known: Promise<Tip> | null = null;
  let told: Promise<PullRequest | null> | null = null;
  let claimants: Promise<readonly string[]> | null = null;
  let commit = "";
  const refreshed = async (): Promise<Tip> => {
    const tip = await viewed.mainline.tip();
    if (tip.commit !== commit || known === null) {
      commit = tip.commit;
      told = null;
      claimants = null;
      known = readTip(commit, viewed);
    }
    return known;
  };
  const view: MainlineView = {
    tip: async () => known ?? refreshed(),
    champion: async (chain) => championManifest(chain, await view.tip(), viewed),
    pullRequest: async () => (told ??= broughtBy(await view.tip(), ports)),
    desire: async (since, chain) => {
      const tip = await refreshed();
      const manifest = servedHere(tip.manifest, viewed.endpointId);
      const isKnown = manifest !== null && standingOf(chain, manifest.artifact.digest) === "healthy";
      const pullRequest = await view.pullRequest();
      const claim = { path: viewed.path, commit: tip.commit, target: tip.manifest?.target };
      claimants ??= claimantsOf(claim, viewed.repository);
      return {
        cause: {
          commit: tip.commit,
          pullRequest: pullRequest?.number ?? null,
          actor: pullRequest?.author?.login ?? null,
        },
        manifest,
        onDelete: manifest?.rollback.onDelete ?? (await lastWord(tip, viewed)),
        planHash:
          manifest === null || isKnown ? null : planHashOf(manifest, await championManifest(chain, tip, viewed), chain),
        isRetry: viewed.isRetry,
        ...contestedBy(await claimants, viewed.endpointId),
        isFrozen: tip.isFrozen,
        order: since === null ? "newer" : await viewed.mainline.order(since, tip.commit),
      };
    },
  };
  return view;
}

/** A manifest that now names another endpoint no longer says anything of this one. */
function servedHere(manifest: Manifest | null, endpointId: string): Manifest | null {
  return manifest?.target?.endpoint === endpointId ? manifest : null;
}

function contestedBy(claimants: readonly string[], endpoint: string): Pick<Desired, "contested"> {
  return claimants.length === 0 ? {} : { contested: { message: claimText(claimants, endpoint), fix: CLAIM_FIX } };
}

/** What the manifest said of its own end, when it was there last. */
async function lastWord({ changes, manifest }: Tip, viewed: Viewed): Promise<"hold" | "undeploy"> {
  const isOurs = ({ target }: Manifest): boolean => target?.endpoint === viewed.endpointId;
  const last = await earlierManifest(changes, isOurs, viewed);
  return (last ?? manifest)?.rollback.onDelete ?? "hold";
}

function planHashOf(challenger: Manifest, champion: Manifest | null, chain: Chain): string | null {
  return planOf({ challenger, champion, chain })?.hash ?? null;
}

/** What the forge does not tell in time is left out: it is said in the ledger, and decides nothing. */
async function broughtBy({ changes }: Tip, { forge, log, sleep }: Ports): Promise<PullRequest | null> {
  const [commit] = changes;
  if (forge === null || commit === undefined) return null;
  try {
    const late = sleep(TELLING_MS).then(() => null);
    const found = await Promise.race([forge().then(({ pullRequests }) => pullRequests.thatBrought(commit)), late]);
    if (found === null) log.info("The forge does not tell in time which pull request this is.");
    const merged = (found ?? []).filter(({ state }) => state === "merged");
    return merged.find(({ mergedAs }) => mergedAs === commit) ?? merged[0] ?? null;
  } catch (thrown) {
    log.info(`The forge does not tell which pull request this is: ${toFailure(thrown).message}`);
    return null;
  }
}
