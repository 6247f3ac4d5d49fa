import { execFileSync } from "node:child_process";
import { cpSync } from "node:fs";
import { getBooleanInput, getInput } from "@actions/core";

const { GITHUB_REPOSITORY, GITHUB_REF = "", GITHUB_SHA = "" } = process.env;
const { STAND_IN_ORIGIN: origin = "", STAND_IN_HOUSE: house = "", STAND_IN_APP_TOKEN: writer } = process.env;

const repository = getInput("repository");
if (repository === "" || repository === GITHUB_REPOSITORY) checkOut();
else cpSync(house, ".", { recursive: true });

/** What the real one fetches for the event, and where HEAD is then. */
function checkOut(): void {
  git("init", "--quiet", "--template=");
  git("remote", "add", "origin", origin);
  const isWhole = getInput("fetch-depth") === "0";
  if (isWhole) git("fetch", "--quiet", "origin", "+refs/heads/*:refs/remotes/origin/*");
  const [, kind = "", name = ""] = /^refs\/(heads|pull)\/(.+)$/.exec(GITHUB_REF) ?? [];
  const tracked = `refs/remotes/${kind === "heads" ? "origin" : "pull"}/${name}`;
  git("fetch", "--quiet", ...(isWhole ? [] : ["--depth=1"]), "origin", `+${GITHUB_SHA}:${tracked}`);
  git("checkout", "--quiet", "--force", ...(kind === "heads" ? ["-B", name] : []), tracked);
  // With the job's own token, or with none that is kept, nothing can be pushed.
  if (!mayPush()) git("remote", "set-url", "--push", "origin", "/nobody-may-push-with-this-token");
}

function mayPush(): boolean {
  const isKept = getInput("persist-credentials") === "" || getBooleanInput("persist-credentials");
  return isKept && getInput("token") === writer;
}

function git(...words: readonly string[]): void {
  execFileSync("git", words, { stdio: "inherit" });
}
