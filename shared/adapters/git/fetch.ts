import { rm, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type Answer, ask, demand, type Place } from "./call.ts";

/** No reference of the user's is written by it. */
const QUIET = ["--quiet", "--no-tags", "--no-write-fetch-head"];
const LOOK_MS = 250;
/** A reference is locked for as long as it takes to write it: whoever held it longer is no more. */
const STALE_MS = 5_000;

/** What `origin` has that this repository lacks. */
export function fetchHistory(there: Place, options: readonly string[] = []): Promise<Answer> {
  return ask(there, ["fetch", ...QUIET, ...options, "origin"]);
}

/** Brings a reference of `origin` to one of our own, even where a fetch that was killed has left it locked. */
export async function fetchTo(there: Place, from: string, to: `refs/model-release/${string}`): Promise<Answer> {
  const command = ["fetch", ...QUIET, "origin", `+${from}:${to}`];
  const answer = await ask(there, command);
  if (answer.exitCode === 0 || !/\.lock': File exists/.test(answer.stderr)) return answer;
  await unlocked(there, to);
  return ask(there, command);
}

/** Only we write to our references, and only for a moment. */
async function unlocked(there: Place, reference: string): Promise<void> {
  const { folder } = there;
  const lock = resolve(folder, (await demand(there, ["rev-parse", "--git-path", `${reference}.lock`])).trim());
  for (;;) {
    const seen = await stat(lock).catch(() => null);
    if (seen === null) return;
    // A clock that was set back makes it seem to be from later: nobody waits for that.
    if (Math.abs(Date.now() - seen.mtimeMs) > STALE_MS) return rm(lock, { force: true });
    await delay(LOOK_MS);
  }
}
