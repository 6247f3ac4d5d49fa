import { execFileSync } from "node:child_process";
import { cpSync } from "node:fs";
import { getBooleanInput, getInput } from "@actions/core";

const { GITHUB_REPOSITORY = "", GITHUB_SERVER_URL = "", GITHUB_REF = "", GITHUB_SHA = "" } = process.env;
const { STAND_IN_ORIGIN: onDisk, STAND_IN_HOUSE: house = "", STAND_IN_APP_TOKEN: app } = process.env;

// act runs any action by the first Node that it finds.
if (!process.version.startsWith("v24.")) throw new Error(`act runs on Node ${process.version}`);
const token = getInput("token") || (process.env.STAND_IN_JOB_TOKEN ?? "");
const isKept = getInput("persist-credentials") === "" || getBooleanInput("persist-credentials");
const header = [
  "http.extraheader",
  `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`,
];

const repository = getInput("repository");
if (repository === "" || repository === GITHUB_REPOSITORY) checkOut();
else cpSync(house, ".", { recursive: true });

/** What the real one fetches for the event, where HEAD is then, and who may push. */
function checkOut(): void {
  git("init", "--quiet", "--template=");
  git("remote", "add", "origin", onDisk ?? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}`);
  const isWhole = getInput("fetch-depth") === "0";
  if (isWhole) fetch("+refs/heads/*:refs/remotes/origin/*");
  const [, kind = "", name = ""] = /^refs\/(heads|pull)\/(.+)$/.exec(GITHUB_REF) ?? [];
  const tracked = `refs/remotes/${kind === "heads" ? "origin" : "pull"}/${name}`;
  fetch(...(isWhole ? [] : ["--depth=1"]), `+${GITHUB_SHA}:${tracked}`);
  git("checkout", "--quiet", "--force", ...(kind === "heads" ? ["-B", name] : []), tracked);
  if (onDisk === undefined && isKept) git("config", ...header);
  // A disk asks for no token: with the job's own, or with none that is kept, nothing can be pushed.
  if (onDisk !== undefined && !(isKept && token === app))
    git("remote", "set-url", "--push", "origin", "/nobody-may-push");
}

function fetch(...words: readonly string[]): void {
  const options = words.filter((word) => word.startsWith("--"));
  const refs = words.filter((word) => !word.startsWith("--"));
  git("-c", header.join("="), "fetch", "--quiet", ...options, "origin", ...refs);
}

function git(...words: readonly string[]): void {
  execFileSync("git", words, { stdio: "inherit" });
}
