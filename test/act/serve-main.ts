import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { World } from "./world.ts";

/** A person validates what main says against an older commit, and brings it to the endpoint from their own machine. */
export async function serveMain({ repository, runner }: World, champion?: string): Promise<void> {
  const { folder, git } = repository;
  git("checkout", "--quiet", "-B", "main", "origin/main");
  const out = join(runner.scratch, `evidence-${git("rev-parse", "HEAD")}`);
  const compared = champion === undefined ? [] : ["--champion", champion];
  const program = join(runner.environment.STAND_IN_HOUSE!, "actions/dist/model-release.js");
  const env = { PATH: process.env.PATH, HOME: runner.scratch, ...runner.environment };
  const call = (...words: readonly string[]) =>
    promisify(execFile)(process.execPath, [program, ...words], { cwd: folder, env });
  await call("validate", "spend/release.yaml", "--runtime", "embedded", ...compared, "--out", out);
  await call("promote", "spend/release.yaml", "--wait", "--approve", "--evidence", out);
}
