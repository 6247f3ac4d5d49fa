import { isMeasured } from "../../../../../shared/evidence/evidence.ts";
import { propose } from "../propose.ts";
import { type Act, expectThat } from "../scene.ts";

/** Better for most, and much worse for a few: the metric of all rows does not show it. */
export const hiddenRegression: Act = {
  title: "One that is better on average",
  about:
    "churn 1.1.0 learned from logins, too, and lost the Danish currency on the way: auc rises over all customers, and falls in Denmark.",
  async play(scene) {
    const { number, status, validation } = await propose("1.1.0", scene);
    const { quality } = validation.evidence;
    expectThat(isMeasured(quality), "the quality is measured");
    expectThat((quality.metrics.auc?.difference ?? 0) > 0, "auc is better over all rows");
    const failed = validation.verdict.gates.filter((gate) => gate.status === "fail").map(({ gate }) => gate);
    expectThat(status === "fail" && failed.join() === "slices", "slices alone fails");

    scene.tell("merge", `blocked: #${number} stays open, and nothing has reached the cloud`, "bad");
  },
};
