import { readLedger } from "../../../../shared/ledger/ledger.ts";
import type { LedgerLine } from "../../../../shared/ledger/line.ts";
import type { Met, StageRequest } from "../../../../shared/ports/stage.ts";
import type { DeliveryDocument } from "../../../../shared/rollout/delivery/document.ts";
import { placeOf } from "../../../../shared/rollout/delivery/place.ts";
import { promote } from "../../../promote/run.ts";
import { merge } from "./merge.ts";
import { MANIFEST, type PullRequest } from "./propose.ts";
import type { Scene } from "./scene.ts";

export interface Delivered {
  readonly document: DeliveryDocument;
  /** What the ledger tells of it. */
  readonly lines: readonly LedgerLine[];
  /** What the cloud was asked meanwhile. */
  readonly requests: readonly StageRequest[];
  /** How customers fared meanwhile. */
  readonly met: Met;
  readonly seconds: string;
}

type Merged = Pick<PullRequest, "number" | "branch"> & {
  /** The folder that lets it through; null where the ledger does. */
  readonly evidence: string | null;
};

/** A merge, and all that it starts. */
export async function mergeAndFollow(pullRequest: Merged, scene: Scene): Promise<Delivered> {
  await merge(pullRequest, scene.stage);
  scene.tell("merge", `#${pullRequest.number} is merged, and the endpoint follows main`);
  return followMain(pullRequest.evidence, scene);
}

/** What a merge starts: main is followed, with a folder of evidence as the pass on record. */
export async function followMain(evidence: string | null, { ports, stage, memory }: Scene): Promise<Delivered> {
  const delivery = await ports.delivery();
  const seen = stage.requests().length;
  const met = stage.customers.met();
  const beganMs = ports.clock.elapsedMs();
  const place = await placeOf(ports.resolve(MANIFEST), delivery);
  const wish = { isPatient: true, isRetry: false, evidence, isApproved: false };
  const document = await promote(place, wish, delivery);
  const seconds = ((ports.clock.elapsedMs() - beganMs) / 1000).toFixed(1);
  const before = memory.chain.length;
  memory.chain = await readLedger(document.endpoint, { branch: place.ledger, log: ports.log });
  return {
    ...{ document, seconds },
    lines: memory.chain.slice(before),
    requests: stage.requests().slice(seen),
    met: since(met, stage.customers.met()),
  };
}

function since(before: Met, now: Met): Met {
  return { answers: now.answers - before.answers, errors: now.errors - before.errors };
}

/** The writes that reached the endpoint itself. */
export function writesAt({ document, requests }: Delivered): readonly StageRequest[] {
  return requests.filter(
    ({ isMutation, surface, resource }) =>
      isMutation && surface === "vertex" && resource.endsWith(`/endpoints/${document.endpoint}`),
  );
}
