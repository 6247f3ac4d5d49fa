import { createHash } from "node:crypto";
import type { LedgerEntry, LedgerEvent, ServedShare } from "../../ledger/line.ts";
import { canonicalJson } from "../../schema/canonical-json.ts";

/** A line, and those that are known with it, itself among them. */
export interface Telling {
  readonly entry: LedgerEntry;
  readonly known: readonly LedgerEntry[];
}

/** How it is said to people, in Markdown. What the lines hold was written by others. */
export interface StoryWords {
  /** One attempt as far as it is. */
  readonly progress: (attempt: readonly LedgerEntry[]) => string;
  /** How it ended. */
  readonly outcome: (entry: LedgerEntry, attempt: readonly LedgerEntry[]) => string;
  /** Why nothing is done at an endpoint any more, who should answer there, and what to do. */
  readonly frozen: (
    entry: LedgerEntry,
    expected: readonly ServedShare[],
  ) => { readonly title: string; readonly body: string };
}

/** How an attempt ends. */
export const OUTCOMES: ReadonlySet<LedgerEvent> = new Set(["healthy", "rolledBack", "bad", "aborted", "superseded"]);
/** What an attempt goes through. */
export const STEPS: ReadonlySet<LedgerEvent> = new Set([
  "intent",
  "uploaded",
  "registered",
  "staged",
  "deployed",
  "shifted",
  "restored",
]);

/** The lines of one release at its endpoint, by the merge that wanted it. */
export function attemptOf({ entry, known }: Telling): readonly LedgerEntry[] {
  const isOfIt = ({ endpoint, digest, commit }: LedgerEntry): boolean =>
    endpoint === entry.endpoint && digest === entry.digest && commit === entry.commit;
  // What is cleared away afterwards is another's end, and none of its steps.
  return known.filter((line) => isOfIt(line) && (STEPS.has(line.event) || OUTCOMES.has(line.event)));
}

/** Tells such an attempt from all others, in letters that mean nothing to a forge. */
export function attemptKey({ endpoint, digest, commit }: LedgerEntry): string {
  return `${endpoint} ${digest.slice(7, 23)} ${commit.slice(0, 12)}`;
}

/** Of what a line says, wherever it stands in its chain: it stays the same when the chain is joined to another's. */
export function entryDigest(entry: LedgerEntry): string {
  const { time, endpoint, model, version, digest, event, commit, pullRequest, actor, evidenceDigest } = entry;
  const { before, after, reason } = entry;
  const said = [time, endpoint, model, version, digest, event, commit, pullRequest, actor, evidenceDigest];
  return `sha256:${createHash("sha256")
    .update(canonicalJson([...said, before, after, reason]))
    .digest("hex")}`;
}
