import type { LedgerEntry, LedgerEvent, ServedShare } from "../../ledger/line.ts";
import type { Forge } from "../../ports/forge.ts";
import { STEPS, type StoryWords, type Telling } from "./telling.ts";

interface Ports {
  readonly forge: Forge;
  readonly words: StoryWords;
}

/** After each of these somebody has said what is right, or the endpoint serves it again. */
const THAWING: ReadonlySet<LedgerEvent> = new Set(["thawed", "adopted", "healed", "healthy", "rolledBack"]);

/** One open issue for an endpoint at which nothing is done any more, closed when something is done again. */
export async function tellIssue({ entry, known }: Telling, { forge, words }: Ports): Promise<void> {
  if (entry.event !== "frozen" && !THAWING.has(entry.event)) return;
  const marker = `<!-- model-release:frozen ${entry.endpoint} since `;
  const open = await forge.issues.own(marker);
  if (entry.event !== "frozen") {
    // A line that is told again may be older than what froze it.
    const over = open.filter(({ body }) => sinceIn(body, marker) <= entry.time);
    for (const { number } of over) await forge.issues.close(number);
    return;
  }
  if (open.length > 0) return;
  const { title, body } = words.frozen(entry, lastSettled(entry.endpoint, known));
  await forge.issues.create({ title, body: `${marker}${entry.time} -->\n${body}` });
}

function sinceIn(body: string, marker: string): string {
  const at = body.indexOf(marker) + marker.length;
  return body.slice(at, body.indexOf(" ", at));
}

/** Who answered when the last attempt had ended. */
function lastSettled(endpoint: string, known: readonly LedgerEntry[]): readonly ServedShare[] {
  const isSettled = ({ event }: LedgerEntry): boolean =>
    event === "restored" || (event !== "frozen" && !STEPS.has(event));
  return known.findLast((line) => line.endpoint === endpoint && isSettled(line))?.after ?? [];
}
