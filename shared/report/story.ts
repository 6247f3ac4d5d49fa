import type { LedgerEntry, LedgerEvent, ServedShare } from "../ledger/line.ts";
import type { StoryWords } from "../rollout/storyteller/telling.ts";
import { code, type Inline, lines, md } from "./escape.ts";
import { commitLink, runLink } from "./links.ts";
import { type Block, fence, list, NOTHING, paragraph, stacked } from "./markdown.ts";
import type { Run } from "./report.ts";
import { ledgerFold, releaseName, sharesLine } from "./sections/ledger.ts";

/** How the story is told in comments and issues; the run is the one that tells it. */
export function storyWords(run: Run | null): StoryWords {
  return {
    progress: (attempt) => `${progress(attempt, run)}\n`,
    outcome: (entry, attempt) => `${outcome(entry, attempt, run)}\n`,
    frozen: (entry, expected) => ({
      title: `Frozen: endpoint ${plain(entry.endpoint)}`,
      body: `${frozen(entry, expected, run)}\n`,
    }),
  };
}

const MARKS: Readonly<Record<LedgerEvent, string>> = {
  intent: "begun",
  uploaded: "uploaded",
  registered: "registered",
  staged: "asked on the staging endpoint",
  deployed: "deployed, with no traffic yet",
  shifted: "given traffic",
  healthy: "healthy, with all traffic",
  aborted: "given up for now: the platform failed",
  bad: "failed",
  superseded: "overtaken by a newer merge",
  restored: "taken back: the traffic is where it was",
  rolledBack: "back, with all traffic",
  adopted: "adopted as it was found",
  healed: "healed: the endpoint serves what the ledger says",
  frozen: "frozen",
  thawed: "thawed",
  collected: "cleared away",
};

function progress(attempt: readonly LedgerEntry[], run: Run | null): Block {
  const last = attempt.at(-1);
  if (last === undefined) return NOTHING;
  const now = MARKS[last.event] as Inline;
  return stacked([
    paragraph(
      md`${releaseName(last)} at endpoint ${code(last.endpoint)}: **${now}**. Served: ${sharesLine(last.after)}.`,
    ),
    ledgerFold(attempt),
    footer(run),
  ]);
}

function outcome(entry: LedgerEntry, attempt: readonly LedgerEntry[], run: Run | null): Block {
  const at = run === null ? code(entry.commit.slice(0, 12)) : commitLink(run, entry.commit);
  return stacked([
    paragraph(md`**${releaseName(entry)} is ${MARKS[entry.event] as Inline}**, as ${at} wants it.`),
    entry.reason === null ? NOTHING : paragraph(lines(entry.reason, 4_000)),
    paragraph(md`Served now: ${sharesLine(entry.after)}.`),
    paragraph(NEXT[entry.event] ?? md``),
    ledgerFold(attempt),
    footer(run),
  ]);
}

const NEXT: Partial<Readonly<Record<LedgerEvent, Inline>>> = {
  bad: md`A revert is proposed, so that the default branch says what is served.`,
  aborted: md`It is tried again by the next run, until the manifest's deadline.`,
  healthy: md`${code("git revert")} brings back what was served before.`,
};

function frozen(entry: LedgerEntry, expected: readonly ServedShare[], run: Run | null): Block {
  return stacked([
    paragraph(md`Nothing is changed at endpoint ${code(entry.endpoint)} until a person has said what is right.`),
    entry.reason === null ? NOTHING : paragraph(lines(entry.reason, 4_000)),
    list([md`The ledger says: ${sharesLine(expected)}.`, md`The endpoint serves: ${sharesLine(entry.after)}.`]),
    paragraph(md`What is served is right: a pull request makes Git say so.`),
    fence("sh", "model-release adopt"),
    paragraph(md`What the ledger says is right: the endpoint is made to serve it.`),
    fence("sh", "model-release heal"),
    paragraph(md`This is closed by itself when either is done.`),
    footer(run),
  ]);
}

function footer(run: Run | null): Block {
  return run === null ? NOTHING : paragraph(md`Told by ${runLink(run)}.`);
}

function plain(name: string): string {
  return name.replace(/[^\w.-]/g, "").slice(0, 63);
}
