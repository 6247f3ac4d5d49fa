import { followMain, writesAt } from "../deliver.ts";
import { merge } from "../merge.ts";
import { propose } from "../propose.ts";
import { type Act, expectThat } from "../scene.ts";
import { tellCanary, tellPath, tellServed } from "../telling.ts";

/** The same idea without its mistake, step by step. */
export const goodRelease: Act = {
  title: "The same idea, mended",
  about: "churn 1.3.0 counts the month that has begun, and refuses nobody.",
  async play(scene) {
    const { customers } = scene.stage;
    const pullRequest = await propose("1.3.0", scene);
    expectThat(pullRequest.status === "pass", "the mended release passes");

    await merge(pullRequest, scene.stage);
    scene.tell("merge", `#${pullRequest.number} is merged, and the endpoint follows main`);
    const met = customers.met();
    const delivered = await followMain(pullRequest.evidence, scene);
    expectThat(delivered.document.outcome === "healthy", "the mended release is served");
    const moved = writesAt(delivered).filter(({ method }) => method === "UpdateEndpoint");
    expectThat(moved.length === 3, "traffic moves three times");
    tellPath(delivered, scene);
    tellCanary(delivered, scene);
    const now = customers.met();
    expectThat(now.errors === scene.memory.errors, "no customer meets an error");
    scene.tell("customers", `${now.answers - met.answers} were answered meanwhile, and none met an error`);
    tellServed(scene);
  },
};
