import { readLedger } from "../../../shared/ledger/ledger.ts";
import { reconcile } from "../../../shared/rollout/reconcile.ts";
import { fakeBuckets } from "../../fakes/bucket.ts";
import { virtualTime } from "../../fakes/cloud/ground.ts";
import { fakeCloud } from "../../fakes/cloud.ts";
import { memoryBranch } from "../../fakes/ledger-branch.ts";
import { silentLog } from "../../fakes/log.ts";
import { mainBranch } from "./main-branch.ts";
import { digestOf, ENDPOINT, nameOf, STAGING } from "./releases.ts";
import { LEASE, type World, type WorldOptions } from "./world-parts.ts";
import { portsOf } from "./world-ports.ts";

export function newWorld(options: WorldOptions = {}): World {
  const { time = virtualTime(), faults = () => null, operationMs = 30_000 } = options;
  const cloud = fakeCloud({ endpoints: [ENDPOINT, STAGING], time, faults, operationMs });
  const branch = memoryBranch();
  const buckets = fakeBuckets();
  const main = mainBranch();
  const { name } = cloud.endpoint(ENDPOINT);
  let runs = 0;
  const world: World = {
    ...{ cloud, branch, buckets, time, main, uploadMs: 0, ledger: "up", forge: "up" },
    ...{ proposed: [], told: [], logged: [], judged: [] },
    ...{ judgements: new Map(), smokes: new Map(), passes: new Map(), uploaded: new Set(), gone: new Set() },
    merge: main.merge,
    async run(given = {}) {
      runs += 1;
      const { holder = `run ${runs}`, isPatient = true, signal = new AbortController().signal } = given;
      const rollout = { endpointId: ENDPOINT, leaseObject: LEASE, holder, isPatient, signal };
      return reconcile(rollout, portsOf(world, { ...given, ...options, holder }));
    },
    split: () => cloud.state.endpoints[name]!.split,
    served() {
      const { split, deployed } = cloud.state.endpoints[name]!;
      const digest = (id: string) => deployed.find((each) => each.id === id)?.digest;
      return Object.fromEntries(Object.entries(split).map(([id, percent]) => [nameOf(digest(id)), percent]));
    },
    history: () => readLedger(ENDPOINT, { branch, log: silentLog }),
  };
  return world;
}

/** Lets a release through, compared with another. */
export function pass(world: World, name: string, champion: string | null, isFailureWaived = false): void {
  world.passes.set(digestOf(name), {
    kind: "passed",
    champion: champion === null ? null : digestOf(champion),
    evidenceDigest: digestOf("e"),
    planHash: null,
    isApproved: true,
    isFailureWaived,
  });
}
