import { mergeAndFollow } from "../deliver.ts";
import { propose } from "../propose.ts";
import { type Act, expectThat } from "../scene.ts";
import { tellPath, tellServed } from "../telling.ts";

/** Nothing is served yet: only floors hold, and all traffic is given at once. */
export const firstRelease: Act = {
  title: "A first release",
  about:
    "churn 1.0.0 says who is likely to leave, by tenure, price and support calls. Nothing is served yet, so only floors hold.",
  async play(scene) {
    const pullRequest = await propose("1.0.0", scene);
    expectThat(pullRequest.status === "pass", "the first release passes");

    const delivered = await mergeAndFollow(pullRequest, scene);
    expectThat(delivered.document.outcome === "healthy", "the first release is served");
    tellPath(delivered, scene);
    tellServed(scene);

    await scene.stage.customers.come();
    scene.tell("customers", `ask from now on, ${scene.stage.customers.ratePerSecond} times a second`);
  },
};
