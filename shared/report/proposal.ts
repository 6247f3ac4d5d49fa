import type { RevertStory, RevertWords } from "../rollout/proposal/propose.ts";
import { code, type Inline, lines, md } from "./escape.ts";
import { measures } from "./incident.ts";
import { timesOf } from "./incident-times.ts";
import { commitLink, pullRequestLink, runLink } from "./links.ts";
import { heading, list, NOTHING, paragraph, stacked } from "./markdown.ts";
import type { Run } from "./report.ts";
import { ledgerFold, releaseName, sharesLine } from "./sections/ledger.ts";

/** The pull request that takes a failed release back: why, what is served, and what else one may do. */
export function renderProposal(story: RevertStory, run: Run | null): RevertWords {
  const body = stacked([
    paragraph(summary(story)),
    heading(3, md`What failed`),
    paragraph(story.failed.reason === null ? md`No reason was kept.` : lines(story.failed.reason, 4_000)),
    list(facts(story, run)),
    heading(3, md`What to do`),
    list(choices(story)),
    story.startsNoWorkflow ? paragraph(NO_WORKFLOW) : NOTHING,
    ledgerFold(ofThisRelease(story)),
  ]);
  return { title: titleOf(story), body: `${body}\n` };
}

/** A title is no Markdown, and yet a forge finds people and issues in it: what has not the form of a name is left out. */
function titleOf({ failed: { model, version, digest } }: RevertStory): string {
  const shownModel = /^[a-z][a-z0-9-]{0,62}$/.test(model) ? model : "a release";
  const shownVersion = /^\d[\w.+-]{0,63}$/.test(version) ? version : digest.slice(7, 19);
  return `Revert ${shownModel} ${shownVersion}: it failed in production`;
}

function summary({ failed, champion, base }: RevertStory): Inline {
  const back =
    champion === null ? md`nothing served before it` : md`${releaseName(champion)} has all its traffic again`;
  return md`${releaseName(failed)} failed in production, and ${back}. This makes ${code(base)} say so too.`;
}

function facts({ failed, chain, how, brought, manifest }: RevertStory, run: Run | null): readonly Inline[] {
  const begun = chain.find(({ digest, commit }) => digest === failed.digest && commit === failed.commit);
  const commit = run === null ? code(brought.slice(0, 12)) : commitLink(run, brought);
  const through =
    failed.pullRequest === null || run === null ? md`` : md` of ${pullRequestLink(run, failed.pullRequest)}`;
  const taken =
    how === "revert"
      ? md`It takes back the whole commit ${commit}${through}, as ${code("git revert")} does.`
      : md`Commit ${commit}${through} cannot be taken back whole: only the release's own files are as they were.`;
  return [
    md`Begun ${code(begun?.time ?? failed.time)}, given up ${code(failed.time)}.`,
    ...measures(timesOf({ failed, ended: failed, chain })),
    md`Served now: ${sharesLine(failed.after)}.`,
    md`Manifest ${code(manifest)}, artifact ${code(failed.digest)}.`,
    ...(failed.evidenceDigest === null ? [] : [md`It had passed with evidence ${code(failed.evidenceDigest)}.`]),
    taken,
    ...(run === null ? [] : [md`All that is known of it, and a post-mortem to fill in, is with ${runLink(run)}.`]),
  ];
}

function choices({ failed, chain }: RevertStory): readonly Inline[] {
  const line = chain.findLast(({ event, digest }) => event === "bad" && digest === failed.digest);
  const named = line === undefined ? md`this failure` : code(`ledger ${line.sequence}`);
  return [
    md`Merge this. What is served does not change: it is what serves already.`,
    md`Or release a new version of ${code(failed.model)} that is better: this is out of date then, and may be closed.`,
    md`Or release the same artifact again with a waiver in its manifest whose reason names ${named}: then its approver answers for it.`,
  ];
}

const NO_WORKFLOW = md`The token of a job proposed this, so no workflow has started for it: close and reopen it to have it checked. The token of a GitHub App would have started them.`;

function ofThisRelease({ chain, failed }: RevertStory) {
  return chain.filter(({ digest, commit }) => digest === failed.digest && commit === failed.commit);
}
