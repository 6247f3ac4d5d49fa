import { instantMs } from "../../../../../shared/ledger/instant.ts";
import { type Delivered, mergeAndFollow, writesAt } from "../deliver.ts";
import { validated } from "../propose.ts";
import { type Act, expectThat } from "../scene.ts";
import { tellServed } from "../telling.ts";

/** Somebody wants the release before back: Git says so, and the endpoint follows in one write. */
export const revertByHand: Act = {
  title: "git revert, by hand",
  about: "Somebody wants 1.0.0 back. They revert the merge as they would any other, and merge that.",
  async play(scene) {
    const { stage, memory } = scene;
    const branch = "take-back-churn-1.3.0";
    await stage.git("switch", "--quiet", "--create", branch, "main");
    await stage.git("revert", "--no-edit", "--mainline", "1", "HEAD");
    const title = (await stage.git("log", "-1", "--format=%s")).trim();
    const pullRequest = await validated({ branch, title }, scene);
    const { shortcut } = pullRequest.validation.evidence;
    expectThat(pullRequest.status === "pass" && shortcut !== null, "a release that was healthy needs no measuring");

    const delivered = await mergeAndFollow({ ...pullRequest, evidence: null }, scene);
    expectThat(delivered.document.outcome === "healthy", "the release before is served again");
    const writes = writesAt(delivered).map(({ method }) => method);
    expectThat(writes.join() === "UpdateEndpoint", "exactly one write reaches the endpoint");
    memory.rollbackMs = rollbackMs(delivered);
    scene.tell(
      "rollback",
      `one write at the endpoint, ${memory.rollbackMs} ms from the lease to reading it back`,
      "good",
    );
    tellServed(scene);
    await stage.customers.leave();
    const { answers, errors } = stage.customers.met();
    expectThat(errors === memory.errors, "no customer meets an error");
    scene.tell("customers", `leave: in all ${answers} were answered, ${errors} met an error, all of them of 1.2.0`);
  },
};

/** From the lease, which is the first write, to the first look at the endpoint after its own. */
function rollbackMs({ requests }: Delivered): number {
  const lease = requests.find(({ method }) => method === "storage.objects.insert")!;
  const write = requests.findIndex(({ method }) => method === "UpdateEndpoint");
  const readBack = requests.slice(write).find(({ method }) => method === "GetEndpoint")!;
  return instantMs(readBack.time) + Math.round(readBack.durationMs) - instantMs(lease.time);
}
