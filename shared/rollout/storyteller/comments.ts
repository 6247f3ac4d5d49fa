import type { Forge } from "../../ports/forge.ts";
import { attemptKey, attemptOf, OUTCOMES, STEPS, type StoryWords, type Telling } from "./telling.ts";

interface Ports {
  readonly forge: Forge;
  readonly words: StoryWords;
}

/** On the merged pull request: one comment that follows the attempt, and one for how it ended. */
export async function tellComments(telling: Telling, { forge, words }: Ports): Promise<void> {
  const { entry } = telling;
  if (entry.pullRequest === null) return;
  const attempt = attemptOf(telling);
  const isOutcome = OUTCOMES.has(entry.event);
  if (!isOutcome && !STEPS.has(entry.event)) return;
  const at = { pullRequest: entry.pullRequest, forge };
  const key = attemptKey(entry);
  await put(`<!-- model-release:progress ${key} -->`, words.progress(attempt), at);
  if (isOutcome) await put(`<!-- model-release:outcome ${key} ${entry.event} -->`, words.outcome(entry, attempt), at);
}

interface At {
  readonly pullRequest: number;
  readonly forge: Forge;
}

async function put(marker: string, words: string, { pullRequest, forge }: At): Promise<void> {
  const body = `${marker}\n${words}`;
  const [known] = await forge.comments.own(pullRequest, marker);
  if (known === undefined) await forge.comments.create(pullRequest, body);
  else if (known.body.trim() !== body.trim()) await forge.comments.update(known.id, body);
}
