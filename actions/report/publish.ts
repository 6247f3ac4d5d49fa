import { toFailure } from "../../shared/failure.ts";
import type { Files } from "../../shared/ports/files.ts";
import type { Comment, Forge } from "../../shared/ports/forge.ts";
import type { LedgerBranch } from "../../shared/ports/ledger-branch.ts";
import type { Log } from "../../shared/ports/log.ts";
import type { Notice } from "../../shared/ports/notice.ts";
import { renderComment, renderSummary } from "../../shared/report/comment.ts";
import { md, text } from "../../shared/report/escape.ts";
import { list } from "../../shared/report/markdown.ts";
import { passRecordOf } from "../../shared/report/pass-record.ts";
import { writePassStatus } from "../../shared/report/pass-status.ts";
import { type Report, statusOf } from "../../shared/report/report.ts";
import { checkOf } from "./check.ts";
import { putComment } from "./comment.ts";
import type { CommentMode } from "./inputs.ts";
import { writeCards, writePage } from "./pages.ts";

export interface Publication {
  readonly report: Report;
  /** What stands in the way, line by line. */
  readonly notices: readonly Notice[];
  /** The page's whole path. */
  readonly page: string;
  /** Where the card of each release goes, in their order. */
  readonly folders: readonly string[];
  /** Null where nobody looks for a comment. */
  readonly pullRequest: number | null;
  readonly mode: CommentMode;
  /** This token may only read, whatever `permissions` say. */
  readonly isForeign: boolean;
}

export interface PublishPorts {
  readonly forge: Forge;
  readonly files: Files;
  readonly log: Log;
  /** Where a pass is put on record for a forge that keeps no checks. */
  readonly ledger: () => Promise<LedgerBranch>;
  readonly makeFolder: (path: string) => Promise<void>;
  /** Shows Markdown on the job's own page. */
  readonly summarize: (markdown: string) => Promise<void>;
  /** Shows notices on the job's own page, and beside the change. */
  readonly annotate: (notices: readonly Notice[]) => void;
}

export interface Published {
  readonly comment: Comment | null;
  readonly hasPage: boolean;
}

const FOREIGN_FIX = "Let a workflow on workflow_run tell: the token of a fork's own run may only read.";

/**
 * Files, check, comment, summary, log: where one of them cannot be written the others are, and say so; the verdict
 * stays what it is.
 */
export async function publish(publication: Publication, ports: PublishPorts): Promise<Published> {
  const { report, notices, isForeign } = publication;
  const { attempt, troubles } = attempts(isForeign);
  await attempt("the page", () => writePage(report, publication.page, ports));
  await attempt("the model card", () => writeCards(report, publication.folders, ports));
  const check = await attempt("the check", () => ports.forge.checks.create(checkOf(report, notices)));
  if (check === null) await attempt("the status", () => putStatus(report, ports));
  const comment = await attempt("the comment", () => commentOn(publication, ports));
  await attempt("the summary", () => ports.summarize(summaryOf(report, troubles)));
  for (const { what, message } of troubles) ports.log.info(`${what} could not be written: ${message}`);
  ports.annotate([...(check ? [] : notices), ...troubles.map(noticeOf)]);
  return { comment: comment ?? null, hasPage: !troubles.some(({ what }) => what === "the page") };
}

interface Trouble {
  /** As in `the check`. */
  readonly what: string;
  readonly message: string;
  readonly fix: string;
}

interface Attempts {
  /** Undefined where it came to nothing. */
  readonly attempt: <T>(what: string, act: () => Promise<T>) => Promise<T | undefined>;
  readonly troubles: readonly Trouble[];
}

function attempts(isForeign: boolean): Attempts {
  const troubles: Trouble[] = [];
  return {
    troubles,
    async attempt(what, act) {
      try {
        return await act();
      } catch (thrown) {
        const { code, message, fix } = toFailure(thrown);
        troubles.push({ what, message, fix: isForeign && code === "forge-denied" ? FOREIGN_FIX : fix });
        return undefined;
      }
    },
  };
}

/** The status alone holds too little for a record: that lies with the ledger. */
async function putStatus(report: Report, { forge, ledger }: PublishPorts): Promise<void> {
  const { commit, detailsUrl } = checkOf(report, []);
  const record = passRecordOf(report.releases);
  const judged = { commit, status: statusOf(report), record, runUrl: detailsUrl ?? null };
  await writePassStatus(judged, { forge, ledger: await ledger() });
}

async function commentOn(publication: Publication, { forge, log }: PublishPorts): Promise<Comment | null> {
  const { report, pullRequest, mode } = publication;
  if (pullRequest === null || mode === "off") return null;
  const { run, releases, failures } = report;
  const marker = { runId: run!.id, attempt: run!.attempt };
  const isCorrection = releases.length + failures.length === 0;
  const request = { pullRequest, mode, marker, isCorrection, body: renderComment(report) };
  return putComment(request, { comments: forge.comments, log });
}

function summaryOf(report: Report, troubles: readonly Trouble[]): string {
  const missing = troubles.map(({ what, message, fix }) => {
    return md`${text(what)} could not be written: ${text(message)} → ${text(fix)}`;
  });
  return `${renderSummary(report)}${missing.length === 0 ? "" : `\n${list(missing)}\n`}`;
}

/** The verdict stands: that nobody sees it there is worth a warning. */
function noticeOf({ what, message, fix }: Trouble): Notice {
  return { level: "warning", title: `${what} could not be written`, message, fix, file: null };
}
