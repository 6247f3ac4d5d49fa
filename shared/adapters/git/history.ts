import { Failure } from "../../failure.ts";
import { ask, demand, type Place } from "./call.ts";
import { fetchHistory, fetchTo } from "./fetch.ts";

/** A shallow clone takes its oldest commit for the first one: what changed a file, only the whole history tells. */
export async function completed(here: Place, there: Place): Promise<void> {
  if (!(await isShallow(here))) return;
  const { exitCode, stderr } = await fetchHistory(there, ["--unshallow"]);
  if (exitCode !== 0) throw unfetched(stderr);
}

/** Away from whatever the user fetches. */
export async function fetchCommits(there: Place, reference: string): Promise<void> {
  const { exitCode, stderr } = await fetchTo(there, reference, "refs/model-release/found");
  if (exitCode !== 0) throw unfetched(stderr);
}

export async function isShallow(place: Place): Promise<boolean> {
  return (await demand(place, ["rev-parse", "--is-shallow-repository"])).trim() === "true";
}

export async function isThere(here: Place, commit: string): Promise<boolean> {
  if (!/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(commit)) return false;
  return (await ask(here, ["cat-file", "-e", `${commit}^{commit}`])).exitCode === 0;
}

function unfetched(stderr: string): Failure {
  const line = stderr.split("\n").find((each) => each.trim() !== "") ?? "git said nothing";
  return new Failure("forge-unreachable", `origin's history cannot be fetched: ${line.trim().slice(0, 300)}`, {
    fix: "Give the checkout a token that may read the repository, or run again when the forge answers.",
  });
}
