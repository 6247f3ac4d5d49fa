import type { Stage } from "../../../../shared/ports/stage.ts";
import type { PullRequest } from "./propose.ts";

/** As the button does it; what comes back is the commit that main is at. */
export async function merge(
  { number, branch }: Pick<PullRequest, "number" | "branch">,
  { git }: Pick<Stage, "git">,
): Promise<string> {
  await git("switch", "--quiet", "main");
  await git("merge", "--quiet", "--no-ff", "--message", `Merge pull request #${number} from ${branch}`, branch);
  await git("push", "--quiet", "origin", "main");
  return (await git("rev-parse", "HEAD")).trim();
}
