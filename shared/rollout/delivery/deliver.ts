import type { ReleaseId } from "../../evidence/evidence.ts";
import type { Chain } from "../../ledger/chain.ts";
import type { Manifest } from "../../release/manifest.ts";
import { canaryWatch } from "../canary/watch.ts";
import { leaseObjectOf } from "../lease.ts";
import type { RolloutPorts } from "../ports.ts";
import type { RevertProposal } from "../proposal/propose.ts";
import { type Reconciled, reconcile } from "../reconcile.ts";
import type { Desired, PassOnRecord } from "../situation.ts";
import { smokeTest } from "../smoke/smoke-test.ts";
import { upload } from "./artifact.ts";
import { type Call, countingCalls } from "./calls.ts";
import { type MainlineView, viewMainline } from "./desire.ts";
import { goldenCases, goldenFile } from "./golden-file.ts";
import { interruptible, interruptibleClock } from "./interruptible.ts";
import type { Place } from "./place.ts";
import type { Cloud, DeliveryPorts } from "./ports.ts";
import { proposeReturn } from "./proposal.ts";
import { withPulse } from "./pulse.ts";
import { sourceOf } from "./source.ts";
import { openTelling, type Telling } from "./telling.ts";
import type { Tip } from "./tip.ts";
import type { DeliveryWords } from "./words.ts";

/** One endpoint to bring to what the default branch says of it. */
export interface Delivery {
  readonly place: Place;
  readonly target: NonNullable<Manifest["target"]>;
  /** Whether to wait for what takes long, or to leave it to the next run. */
  readonly isPatient: boolean;
  /** A person asked to try again what the platform failed for too long. */
  readonly isRetry: boolean;
  readonly passOf: (release: ReleaseId, known: Known) => Promise<PassOnRecord>;
  readonly words: DeliveryWords;
  /** What a person wants instead of what the default branch says. */
  readonly instead?: (desired: Desired, known: Known) => Promise<Desired>;
}

export interface Known {
  readonly chain: Chain;
  readonly view: MainlineView;
}

export interface Delivered extends Reconciled {
  /** The writes that the platform was sent, in order. */
  readonly calls: readonly Call[];
  /** What the default branch said last; null where nobody could read it. */
  readonly tip: Tip | null;
  /** What was proposed in this run; null where nothing was. */
  readonly proposal: RevertProposal | null;
}

/** The rollout of one endpoint, with everything that it needs from the world the manifest names. */
export async function deliver(delivery: Delivery, given: DeliveryPorts): Promise<Delivered> {
  const { place, target, isPatient, isRetry } = delivery;
  const ports = withPulse(given);
  const endpointId = target.endpoint;
  const view = viewMainline({ ...place, endpointId, isRetry }, ports);
  await using cloud = await ports.cloud(target);
  const calls: Call[] = [];
  const telling = await openTelling(delivery.words.story, ports);
  const opened: Opened = { view, telling, cloud: interruptible(cloud, ports.signal), proposal: null };
  const reached = await reachedBy(delivery, opened, ports);
  const rollout = { endpointId, leaseObject: leaseObjectOf(endpointId), holder: ports.holder, isPatient };
  const reconciled = await reconcile(
    { ...rollout, signal: ports.signal },
    countingCalls({ ...reached, ...ports }, endpointId, calls),
  );
  await telling.finish();
  return { ...reconciled, calls, tip: await view.tip().catch(() => null), proposal: opened.proposal };
}

interface Opened {
  readonly view: MainlineView;
  readonly cloud: Pick<Cloud, "endpoint" | "registry">;
  readonly telling: Telling;
  proposal: RevertProposal | null;
}

type Reached = Omit<RolloutPorts, "clock" | "log" | "sleep">;

async function reachedBy(delivery: Delivery, opened: Opened, ports: DeliveryPorts): Promise<Reached> {
  const { view, cloud, telling } = opened;
  const { place, target, passOf, instead = async (desired) => desired } = delivery;
  const committed = async () => ({ ...place, commit: (await view.tip()).commit });
  const endpoint = cloud.endpoint(target.endpoint);
  const clock = interruptibleClock(ports.clock, ports.signal);
  const golden = async (manifest: Manifest) => goldenFile(manifest, await committed());
  return {
    endpoint,
    staging: (id) => cloud.endpoint(id),
    registry: cloud.registry,
    bucket: (await ports.buckets()).bucket(target.bucket),
    ledger: place.ledger,
    async desire(since, chain) {
      telling.begin(chain);
      return instead(await view.desire(since, chain), { chain, view });
    },
    passOf: (release, chain) => passOf(release, { chain, view }),
    source: async (manifest) => sourceOf(manifest, await committed(), ports),
    upload: async (manifest) => upload(manifest, await committed(), ports),
    smoke: async (manifest, at) =>
      smokeTest(manifest, await goldenCases(manifest, await committed()), { endpoint: at, sleep: ports.sleep }),
    judge: canaryWatch({ endpoint, clock, golden, buckets: ports.buckets, telemetry: await ports.telemetry(target) }),
    async propose(failed) {
      opened.proposal = await proposeReturn(failed, delivery, ports);
    },
    tell: (entry) => telling.tell(entry),
  };
}
