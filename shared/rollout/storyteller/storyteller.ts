import { toFailure } from "../../failure.ts";
import type { LedgerEntry } from "../../ledger/line.ts";
import type { Forge } from "../../ports/forge.ts";
import type { Log } from "../../ports/log.ts";
import { tellComments } from "./comments.ts";
import { isMirrored, mirrorDeployment } from "./deployments.ts";
import { tellIssue } from "./issues.ts";
import { entryDigest, OUTCOMES, type StoryWords, type Telling } from "./telling.ts";

export interface StoryPorts {
  readonly forge: Forge;
  readonly log: Log;
  readonly sleep: (ms: number) => Promise<void>;
  readonly words: StoryWords;
}

export interface Storyteller {
  /** Returns at once, and never throws: whatever a forge is at, nobody waits for it. */
  readonly tell: (entry: LedgerEntry) => Promise<void>;
  /** Gives what was not told yet that much more time: at the end of a run. */
  readonly finish: (withinMs: number) => Promise<void>;
}

/** What is not told while so much waits is left out: the ledger has it. */
const MOST_WAITING = 256;
/** A forge that has refused this often in a run is left alone. */
const MOST_TROUBLES = 3;

/** The deployment last: a line that it shows has been told altogether. */
const PARTS = [
  ["the comment", tellComments],
  ["the issue", tellIssue],
  ["the deployment", mirrorDeployment],
] as const;

/**
 * Tells people where they look what the ledger says: deployments, comments on the merged pull request, an issue for
 * an endpoint that is frozen. `past` are the lines from before this run; what was told of them is found again, and
 * told once, and the last of them is told now where a run was killed before it could. A line that is told again
 * changes nothing.
 */
export function storyteller(past: readonly LedgerEntry[], ports: StoryPorts): Storyteller {
  const known = [...past];
  const digests = new Set(past.map(entryDigest));
  const troubles = new Map<string, number>();
  let waiting = 0;
  const tellNow = async (entry: LedgerEntry): Promise<void> => {
    for (const [what, tellPart] of PARTS) {
      if ((troubles.get(what) ?? 0) >= MOST_TROUBLES) continue;
      const trouble = await attempted(tellPart, { entry, known }, ports);
      if (trouble === null) continue;
      troubles.set(what, (troubles.get(what) ?? 0) + 1);
      ports.log.info(`${what} for ${entry.event} could not be told: ${trouble}`);
    }
  };
  const catchUp = async (entry: LedgerEntry): Promise<void> => {
    if (!(await isMirrored({ entry, known }, ports).catch(() => true))) await tellNow(entry);
  };
  let last = Promise.resolve();
  const queue = (act: () => Promise<void>): void => {
    waiting += 1;
    last = last.then(act).finally(() => {
      waiting -= 1;
    });
  };
  const newest = past.findLast(({ event }) => OUTCOMES.has(event));
  if (newest !== undefined) queue(() => catchUp(newest));
  return {
    tell: async (entry) => {
      if (!digests.has(entryDigest(entry))) known.push(entry);
      digests.add(entryDigest(entry));
      if (waiting < MOST_WAITING) queue(() => tellNow(entry));
    },
    finish: async (withinMs) => {
      if (waiting === 0) return;
      await Promise.race([last, ports.sleep(withinMs)]);
      if (waiting > 0) ports.log.info(`${waiting} lines of the ledger were not told in time; the next run goes on.`);
    },
  };
}

/** Null where it was told; whatever is thrown, a defect of ours too, is a sentence for the log. */
async function attempted(
  tellPart: (telling: Telling, ports: StoryPorts) => Promise<void>,
  telling: Telling,
  ports: StoryPorts,
): Promise<string | null> {
  try {
    await tellPart(telling, ports);
    return null;
  } catch (thrown) {
    const { message, fix } = toFailure(thrown);
    return `${message} (${fix})`;
  }
}
