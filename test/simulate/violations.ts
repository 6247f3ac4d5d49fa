import { record } from "../../shared/ledger/ledger.ts";
import type { LedgerEntry } from "../../shared/ledger/line.ts";
import { silentLog } from "../fakes/log.ts";
import { digestOf, ENDPOINT } from "../shared/rollout/releases.ts";
import { pass } from "../shared/rollout/world.ts";
import { LEASE } from "../shared/rollout/world-parts.ts";
import { SECRET } from "../shared/rollout/world-ports.ts";
import { endpointOf, leaseOf } from "./invariants/change.ts";
import type { Stage } from "./stage.ts";

const CANARY = "{steps: [10, 100], bakeSeconds: 600, minSamples: 400}";
const A = { name: "a", version: "1.0.0" };
const B = { name: "b", version: "2.0.0", rollout: CANARY };
const HOUR_MS = 3_600_000;

async function run(stage: Stage, isPatient = true): Promise<void> {
  stage.start({ isPatient });
  await stage.rest();
}

/** A is parked, and b serves. */
export async function replaced(stage: Stage): Promise<void> {
  pass(stage.world, "a", null);
  stage.world.merge(A);
  await run(stage);
  pass(stage.world, "b", "a");
  stage.world.merge(B);
  await run(stage);
}

/** B has 10 %, and its answers are waited for. */
async function halfway(stage: Stage): Promise<void> {
  pass(stage.world, "a", null);
  stage.world.merge(A);
  await run(stage);
  pass(stage.world, "b", "a");
  stage.world.merge(B);
  await run(stage, false);
}

const nameIn = ({ world }: Stage): string => world.cloud.endpoint(ENDPOINT).name;
const idOf = ({ world }: Stage, name: string): string =>
  endpointOf(world).deployed.find(({ digest }) => digest === digestOf(name))!.id;

/** What a run would have asked, if it did what none may. */
function asked(stage: Stage, method: string, given: readonly unknown[] = [], changes = 0): void {
  stage.watch.seen({ run: leaseOf(stage.world)?.holder ?? "rogue", method, given }, changes);
}

/** The lease with something else in it. */
function leased(stage: Stage, changed: object): void {
  const { buckets } = stage.world;
  buckets.put("models", LEASE, JSON.stringify({ ...leaseOf(stage.world), ...changed }));
}

async function lines(stage: Stage, ...told: readonly Partial<LedgerEntry>[]): Promise<void> {
  const { branch } = stage.world;
  const last = (await stage.world.history()).at(-1)!;
  const entries = told.map((each, index) => {
    const time = new Date(stage.scheduler.nowMs() + index).toISOString();
    const { schema: _, sequence: __, previous: ___, hash: ____, ...entry } = { ...last, time, ...each };
    return entry;
  });
  await record(entries, { branch, log: silentLog });
}

interface Violation {
  readonly id: string;
  readonly what: string;
  commit(stage: Stage): Promise<void>;
}

/** What breaks each invariant, and no other. */
export const VIOLATIONS: readonly Violation[] = [
  {
    id: "I1",
    what: "a split of which nobody has the rest",
    async commit(stage) {
      await replaced(stage);
      asked(stage, "endpoint.share", [{ [idOf(stage, "b")]: 60 }]);
    },
  },
  {
    id: "I2",
    what: "a judge who is asked again about what failed",
    async commit(stage) {
      await replaced(stage);
      const failed = { by: "rogue", digest: digestOf("b"), percent: 10, kind: "fail" } as const;
      stage.world.judged.push(failed, { ...failed, kind: "more" });
      stage.watch.seen({ run: "rogue", method: "release.judge", given: [] }, 0);
    },
  },
  {
    id: "I3",
    what: "traffic to what nobody let through",
    async commit(stage) {
      await replaced(stage);
      stage.world.passes.delete(digestOf("a"));
      stage.facts.hands += 1;
      stage.world.cloud.console.share(nameIn(stage), { [idOf(stage, "a")]: 100 });
      asked(stage, "endpoint.read");
      stage.world.cloud.console.share(nameIn(stage), { [idOf(stage, "b")]: 100 });
    },
  },
  {
    id: "I4",
    what: "a write by who does not hold the lease",
    async commit(stage) {
      await replaced(stage);
      stage.watch.seen({ run: "rogue", method: "registry.alias", given: [] }, 1);
    },
  },
  {
    id: "I5",
    what: "two versions of one artifact",
    async commit(stage) {
      await replaced(stage);
      for (const model of Object.values(stage.world.cloud.state.models)) {
        model.versions = [...model.versions, { ...model.versions[0]!, reference: { model: "churn", version: "9" } }];
      }
      asked(stage, "endpoint.read", [], 1);
    },
  },
  {
    id: "I6",
    what: "a release that is blamed for nothing",
    async commit(stage) {
      await replaced(stage);
      const shares = (await stage.world.history()).at(-1)!.after;
      const c = { digest: digestOf("c"), version: "3.0.0", before: shares, after: shares };
      await lines(stage, { ...c, event: "intent" }, { ...c, event: "bad", reason: "no reason at all" });
    },
  },
  {
    id: "I7",
    what: "a standby that is taken away before its time",
    async commit(stage) {
      await replaced(stage);
      leased(stage, { holder: "rogue" });
      asked(stage, "endpoint.undeploy", [idOf(stage, "a")], 1);
    },
  },
  {
    id: "I8",
    what: "a restore to something else than before",
    async commit(stage) {
      await replaced(stage);
      stage.facts.strikes.add("refuse quota");
      const c = { digest: digestOf("c"), version: "3.0.0" };
      const chain = await stage.world.history();
      const [ofA, ofB] = [chain.find(({ event }) => event === "healthy")!.after, chain.at(-1)!.after];
      const restored = { ...c, event: "restored", after: ofA } as const;
      await lines(stage, { ...c, event: "intent", after: ofB }, restored, { ...c, event: "aborted", after: ofB });
    },
  },
  {
    id: "I9",
    what: "a deployment that the lease does not name",
    async commit(stage) {
      await halfway(stage);
      const { intent } = leaseOf(stage.world)!;
      leased(stage, { holder: "rogue" });
      asked(stage, "endpoint.deploy", [{ deployedModelId: intent!.deployedModelId }], 1);
    },
  },
  {
    id: "I10",
    what: "an older run that turns what a newer commit began",
    async commit(stage) {
      await halfway(stage);
      stage.watch.began("rogue", 1);
      leased(stage, { holder: "rogue" });
      const split = { [idOf(stage, "a")]: 100 };
      stage.facts.hands += 1;
      stage.world.cloud.console.share(nameIn(stage), split);
      stage.watch.seen({ run: "rogue", method: "endpoint.share", given: [split] }, 1);
    },
  },
  {
    id: "I11",
    what: "a deployed model whose version holds another artifact",
    async commit(stage) {
      await replaced(stage);
      const endpoint = endpointOf(stage.world);
      const right = endpoint.deployed;
      const [, other] = right;
      endpoint.deployed = right.map((each) => ({ ...each, version: other!.version }));
      asked(stage, "endpoint.read", [], 1);
      endpoint.deployed = right;
    },
  },
  {
    id: "I12",
    what: "a secret in a log",
    async commit(stage) {
      await replaced(stage);
      stage.world.logged.push(`could not sign in with ${SECRET}`);
    },
  },
  {
    id: "I13",
    what: "a second revert of one failure",
    async commit(stage) {
      stage.world.judgements.set(digestOf("b"), "fail");
      await replaced(stage);
      stage.world.proposed.push(...stage.world.proposed);
    },
  },
  {
    id: "I14",
    what: "a run that takes a week",
    async commit(stage) {
      await replaced(stage);
      stage.watch.began("rogue", null);
      await stage.scheduler.wait(7 * 24 * HOUR_MS);
      stage.watch.ended("rogue", true);
    },
  },
  {
    id: "I15",
    what: "a status that renews the lease",
    async commit(stage) {
      await replaced(stage);
      stage.watch.seen({ run: "onlooker 9", method: "bucket.write", given: [] }, 0);
    },
  },
  {
    id: "I15",
    what: "a share that no plan names",
    async commit(stage) {
      await halfway(stage);
      asked(stage, "endpoint.share", [{ [idOf(stage, "a")]: 67, [idOf(stage, "b")]: 33 }]);
    },
  },
  {
    id: "I15",
    what: "a share of the plan that never was",
    async commit(stage) {
      await halfway(stage);
      const [a, b] = [idOf(stage, "a"), idOf(stage, "b")];
      const endpoint = endpointOf(stage.world);
      endpoint.history = endpoint.history.map((each) =>
        each.split[b] === 10 ? { ...each, split: { [a]: 100 } } : each,
      );
      await run(stage);
    },
  },
];
