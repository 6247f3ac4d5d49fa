import type { LedgerLine } from "../ledger/line.ts";
import type { IncidentPage, IncidentStory } from "../rollout/delivery/words.ts";
import { canonicalJson } from "../schema/canonical-json.ts";
import { code, type Inline, lines, link, md } from "./escape.ts";
import { between, type IncidentTimes, timesOf } from "./incident-times.ts";
import { commitLink, pullRequestLink, runbookLink, runLink } from "./links.ts";
import { type Block, heading, list, NOTHING, paragraph, stacked, table } from "./markdown.ts";
import type { Run } from "./report.ts";
import { ledgerTable, releaseName, sharesLine } from "./sections/ledger.ts";

export interface Incident extends IncidentStory {
  /** Null on a person's own machine. */
  readonly run: Run | null;
}

/** A folder that tells all that is known, for those who look into it: each page is whole by itself. */
export function incidentPack(incident: Incident): readonly IncidentPage[] {
  const times = timesOf(incident);
  const pages: readonly (readonly [string, Block])[] = [
    ["README.md", overview(incident, times)],
    ["timeline.md", timeline(incident)],
    ["served.md", served(incident)],
    ["post-mortem.md", postMortem(incident, times)],
  ];
  const ledger = incident.chain.map((line) => `${canonicalJson(line)}\n`).join("");
  return [...pages.map(([name, block]) => ({ name, text: `${block}\n` })), { name: "ledger.jsonl", text: ledger }];
}

function overview(incident: Incident, times: IncidentTimes): Block {
  const { failed, ended, runbook, run } = incident;
  return stacked([
    heading(1, md`Incident: ${releaseName(failed)} at endpoint ${code(failed.endpoint)}`),
    why(ended),
    list([...facts(incident), ...measures(times)]),
    paragraph(runbook === null ? md`The manifest names no runbook.` : md`Runbook: ${runbookLink(run, runbook)}`),
    list([
      md`${page("timeline.md")}: what happened, line by line.`,
      md`${page("served.md")}: who answered requests, and when.`,
      md`${page("post-mortem.md")}: to be filled in.`,
      md`${code("ledger.jsonl")}: the ledger itself, as ${code("model-release verify")} checks it.`,
    ]),
    run === null ? NOTHING : paragraph(md`Written by ${runLink(run)}.`),
  ]);
}

function page(name: "timeline.md" | "served.md" | "post-mortem.md"): Inline {
  return `[${name}](${name})` as Inline;
}

function why({ reason }: LedgerLine): Block {
  return reason === null ? NOTHING : paragraph(lines(reason, 4_000));
}

function facts({ failed, ended, proposal, run }: Incident): readonly Inline[] {
  const isOther = ended.digest !== failed.digest;
  // Whoever does not wait for a revert takes back what the tip still wants.
  const by = ended.commit === failed.commit ? md`by a person, ahead of Git` : md`by commit ${causeOf(ended, run)}`;
  return [
    md`Wanted by commit ${causeOf(failed, run)}.`,
    ...(isOther ? [md`Taken back for ${releaseName(ended)}, ${by}.`] : []),
    md`Artifact ${code(failed.digest)}.`,
    failed.evidenceDigest === null
      ? md`It passed with no evidence of its own: it had served before.`
      : md`It passed with evidence ${code(failed.evidenceDigest)}.`,
    md`Served now: ${sharesLine(ended.after)}.`,
    ...(proposal === null ? [md`No revert is proposed.`] : [md`The revert: ${whereOf(proposal, run)}.`]),
  ];
}

function causeOf({ commit, pullRequest, actor }: LedgerLine, run: Run | null): Inline {
  const at = run === null ? code(commit.slice(0, 12)) : commitLink(run, commit);
  const merged = actor === null ? md`` : md`, merged by ${code(actor)}`;
  if (pullRequest === null) return md`${at}${merged}`;
  const pull = run === null ? md`pull request ${pullRequest}` : pullRequestLink(run, pullRequest);
  return md`${at} (${pull})${merged}`;
}

/** An address is linked where it is the forge's own. */
function whereOf(proposal: NonNullable<Incident["proposal"]>, run: Run | null): Inline {
  if ("branch" in proposal) return md`the branch ${code(proposal.branch)}`;
  const isOwn = run !== null && proposal.url.startsWith(`${run.serverUrl}/${run.repository}/`);
  return isOwn ? link(md`the pull request`, proposal.url) : code(proposal.url);
}

export function measures({ exposedAt, restoredAt, endedAt, begunAt }: IncidentTimes): readonly Inline[] {
  if (exposedAt === null) return [md`It never had traffic: nobody was answered by it.`];
  const back = restoredAt === null ? md`not yet` : code(between(exposedAt, restoredAt));
  return [
    md`From its first traffic until it was found out and the traffic was back: ${back}.`,
    md`From the merge's first line to the end: ${code(between(begunAt, endedAt))}.`,
  ];
}

function timeline({ failed, chain }: Incident): Block {
  const attempt = chain.filter(({ digest, commit }) => digest === failed.digest && commit === failed.commit);
  const from = attempt[0]?.sequence ?? 1;
  const around = chain.filter(({ sequence }) => sequence >= from - 1);
  return stacked([
    heading(1, md`Timeline`),
    paragraph(md`All times are UTC, as the ledger has them. The first row is what was there before.`),
    ledgerTable(around),
  ]);
}

function served({ failed, chain }: Incident): Block {
  const attempt = chain.find(({ digest, commit }) => digest === failed.digest && commit === failed.commit);
  const around = chain.filter(({ sequence }) => sequence >= (attempt?.sequence ?? 1) - 1);
  const spans = around.map((line, index) => {
    const until = around[index + 1]?.time ?? null;
    const span = until === null ? md`until now` : code(between(line.time, until));
    return [code(line.time), span, sharesLine(line.after)];
  });
  const columns = [md`From`, md`For`, md`Who answered`].map((title) => ({ title, align: "l" as const }));
  return stacked([heading(1, md`What was served when`), table(columns, spans)]);
}

function postMortem(incident: Incident, times: IncidentTimes): Block {
  const { failed } = incident;
  const section = (title: Inline, hint: Inline): Block => stacked([heading(2, title), paragraph(hint)]);
  return stacked([
    heading(1, md`Post-mortem: ${releaseName(failed)}`),
    paragraph(md`Nobody is to blame: what let it happen is.`),
    heading(2, md`What happened`),
    why(incident.ended),
    list(measures(times)),
    section(md`Who noticed it, and how`, md`TODO`),
    section(md`What it did to whom`, md`TODO: requests answered by it, and what became of them.`),
    section(md`Why no gate caught it`, md`TODO: which gate should have, and on what data.`),
    section(md`What went well`, md`TODO`),
    section(md`What changes`, md`TODO: a gate, a golden case, a slice; each with an owner and a date.`),
  ]);
}
