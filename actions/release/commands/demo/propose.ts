import type { VerdictStatus } from "../../../../shared/gate/verdict.ts";
import { parseManifest } from "../../../../shared/release/manifest.ts";
import { readRelease } from "../../../../shared/release/open-release.ts";
import { reportOf } from "../../../../shared/report/report.ts";
import { parseInputs } from "../../../validate/inputs.ts";
import { outcomeOf, run } from "../../../validate/run.ts";
import type { Validation } from "../../../validate/validation.ts";
import { commentLines } from "./comment-lines.ts";
import type { Scene } from "./scene.ts";

/** A pull request, and what its check says. */
export interface PullRequest {
  readonly number: number;
  readonly branch: string;
  readonly status: VerdictStatus;
  readonly validation: Validation;
  /** The folder of its validation. */
  readonly evidence: string;
}

export const MANIFEST = "churn/release.yaml";
const MAX_COMMENT_BYTES = 2 ** 18;

/** Another version, pushed as a branch and validated as a job would. */
export async function propose(version: string, scene: Scene): Promise<PullRequest> {
  const { stage } = scene;
  const branch = `churn-${version}`;
  await stage.git("switch", "--quiet", "--create", branch, "main");
  await stage.lay(version);
  await stage.git("add", "--all", "churn");
  await stage.git("commit", "--quiet", "--message", `Release churn ${version}`);
  return validated({ branch, title: `Release churn ${version}` }, scene);
}

/** What the branch that is checked out proposes. */
export async function validated(
  { branch, title }: { readonly branch: string; readonly title: string },
  scene: Scene,
): Promise<PullRequest> {
  const { stage, ports, memory, reports } = scene;
  await stage.git("push", "--quiet", "origin", branch);
  memory.pullRequests += 1;
  const number = memory.pullRequests;
  scene.tell("pull request", `#${number}  ${title}`);
  const evidence = `${reports}/${number}-${branch}`;
  await stage.makeFolder(evidence);
  const beganMs = ports.clock.elapsedMs();
  const inputs = parseInputs({ manifest: MANIFEST, champion: "", runtime: "", device: "", shard: "", out: evidence });
  const validation = await run(inputs, await ports.validate());
  const status = outcomeOf(validation, inputs) as VerdictStatus;
  const seconds = ((ports.clock.elapsedMs() - beganMs) / 1000).toFixed(1);
  scene.tell(
    "check",
    `${status === "pass" ? "✓" : "✕"} ${status}, after ${seconds} s`,
    status === "pass" ? "good" : "bad",
  );
  scene.show(
    commentLines(new TextDecoder().decode(await ports.files.read(`${evidence}/comment.md`, MAX_COMMENT_BYTES))),
  );
  await keepReport(validation, evidence, scene);
  return { number, branch, status, validation, evidence };
}

async function keepReport(
  { evidence, verdict }: Validation,
  folder: string,
  { stage, ports, ...scene }: Scene,
): Promise<void> {
  const { manifest } = await readRelease({ path: ports.resolve(MANIFEST), title: MANIFEST }, ports.files);
  const hasChampion = evidence.champion !== null;
  const champion = hasChampion ? parseManifest(await stage.git("show", `main:${MANIFEST}`), MANIFEST) : null;
  const told = { path: MANIFEST, manifest, champion, evidence, verdict, plan: null, approvals: [] };
  const [release] = reportOf({ releases: [told], failures: [], run: null }).releases;
  scene.keep({ release: release!, folder });
}
