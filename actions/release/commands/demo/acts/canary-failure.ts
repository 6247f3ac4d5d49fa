import { followMain, mergeAndFollow, writesAt } from "../deliver.ts";
import { merge } from "../merge.ts";
import { propose } from "../propose.ts";
import { type Act, expectThat, type Scene } from "../scene.ts";
import { tellPath, tellRestored, tellServed } from "../telling.ts";

/** It refuses customers who came this month, of whom the evaluation set has none: nobody knows yet whether they leave. */
export const canaryFailure: Act = {
  title: "One that only customers can break",
  about:
    "churn 1.2.0 divides by the months that somebody has been a customer. The evaluation set has nobody who came this month: whether they leave is not known yet. Production has them.",
  async play(scene) {
    const pullRequest = await propose("1.2.0", scene);
    expectThat(pullRequest.status === "pass", "what the evaluation set lacks is not seen by it");

    const delivered = await mergeAndFollow(pullRequest, scene);
    expectThat(delivered.document.outcome === "bad", "the canary finds it out");
    tellPath(delivered, scene);
    tellRestored(delivered, scene);
    const { answers, errors } = delivered.met;
    scene.tell("customers", `${answers} were answered meanwhile, ${errors} met an error`);
    scene.memory.errors = errors;
    await mergeProposal(scene);
  },
};

/** What is served is what the revert says already: its merge changes nothing but main. */
async function mergeProposal(scene: Scene): Promise<void> {
  const { stage, memory } = scene;
  const said = await stage.git("ls-remote", "--heads", "origin", "refs/heads/model-release/*");
  const [, branch] = /refs\/heads\/(\S+)\n$/.exec(said) ?? [];
  expectThat(branch !== undefined, "a revert is proposed");
  await stage.git("fetch", "--quiet", "origin", branch);
  const subject = (await stage.git("log", "-1", "--format=%h %s", "FETCH_HEAD")).trim();
  expectThat((await stage.git("diff", "main^1", "FETCH_HEAD")) === "", "the revert takes back all of the merge");
  await stage.git("branch", branch, "FETCH_HEAD");
  memory.pullRequests += 1;
  scene.tell(
    "pull request",
    `#${memory.pullRequests}  ${subject.slice(subject.indexOf(" ") + 1)}, proposed by promote`,
  );
  scene.tell("", `the branch ${branch} holds a git revert of the merge, ${subject.split(" ", 1)[0]}`);

  await merge({ number: memory.pullRequests, branch }, stage);
  const delivered = await followMain(null, scene);
  const { outcome, reason } = delivered.document;
  expectThat(outcome === "noop" && writesAt(delivered).length === 0, "the revert's merge writes nothing there");
  scene.tell("merge", `#${memory.pullRequests} is merged: ${reason}, and the endpoint is not written to`);
  tellServed(scene);
}
