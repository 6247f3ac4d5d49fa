import { mergeAndFollow, writesAt } from "../deliver.ts";
import { propose } from "../propose.ts";
import { type Act, expectThat } from "../scene.ts";
import { tellCanary, tellPath, tellServed } from "../telling.ts";

/** The same idea without its mistake, step by step. */
export const goodRelease: Act = {
  title: "The same idea, mended",
  about: "churn 1.3.0 counts the month that has begun, and refuses nobody.",
  async play(scene) {
    const pullRequest = await propose("1.3.0", scene);
    expectThat(pullRequest.status === "pass", "the mended release passes");

    const delivered = await mergeAndFollow(pullRequest, scene);
    expectThat(delivered.document.outcome === "healthy", "the mended release is served");
    const moved = writesAt(delivered).filter(({ method }) => method === "UpdateEndpoint");
    expectThat(moved.length === 3, "traffic moves three times");
    tellPath(delivered, scene);
    tellCanary(delivered, scene);
    const { answers, errors } = delivered.met;
    expectThat(errors === 0, "no customer meets an error");
    scene.tell("customers", `${answers} were answered meanwhile, and none met an error`);
    tellServed(scene);
  },
};
