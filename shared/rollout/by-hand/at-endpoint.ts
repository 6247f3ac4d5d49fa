import type { Bucket } from "../../ports/bucket.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Endpoint } from "../../ports/endpoint.ts";
import type { LedgerBranch } from "../../ports/ledger-branch.ts";
import type { Log } from "../../ports/log.ts";
import { viewMainline } from "../delivery/desire.ts";
import { targetOf } from "../delivery/endpoints.ts";
import type { Place } from "../delivery/place.ts";
import type { DeliveryPorts } from "../delivery/ports.ts";
import { leaseObjectOf } from "../lease.ts";
import type { RolloutPorts } from "../ports.ts";

/** What a person looks at, and sets right, by hand. */
export interface HandPorts {
  readonly endpointId: string;
  readonly leaseObject: string;
  /** Told apart from every other run. */
  readonly holder: string;
  readonly endpoint: Endpoint;
  readonly bucket: Bucket;
  readonly ledger: LedgerBranch;
  readonly desire: RolloutPorts["desire"];
  readonly clock: Clock;
  readonly sleep: RolloutPorts["sleep"];
  readonly log: Log;
}

/** The endpoint of one manifest, opened as long as it takes. No forge is asked: nothing here is by a merge. */
export async function atEndpoint<Result>(
  place: Place,
  given: DeliveryPorts,
  act: (ports: HandPorts) => Promise<Result>,
): Promise<Result> {
  const target = await targetOf(place);
  const view = viewMainline({ ...place, endpointId: target.endpoint, isRetry: false }, { ...given, forge: null });
  await using cloud = await given.cloud(target);
  return await act({
    endpointId: target.endpoint,
    leaseObject: leaseObjectOf(target.endpoint),
    holder: given.holder,
    endpoint: cloud.endpoint(target.endpoint),
    bucket: (await given.buckets()).bucket(target.bucket),
    ledger: place.ledger,
    desire: view.desire,
    clock: given.clock,
    sleep: given.sleep,
    log: given.log,
  });
}
