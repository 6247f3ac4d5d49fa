import { type Failure, toFailure } from "../../shared/failure.ts";
import { gateLines } from "../../shared/gate/notices.ts";
import type { VerdictStatus } from "../../shared/gate/verdict.ts";
import type { Notice } from "../../shared/ports/notice.ts";
import type { Repositories } from "../../shared/ports/repository.ts";
import { reportDocument, reportText } from "../../shared/report/document.ts";
import { type Report, type Run, reportOf, statusOf } from "../../shared/report/report.ts";
import { quote } from "../../shared/schema/phrases.ts";
import { noticesOf, noticesOn } from "./annotations.ts";
import { approvalsOf } from "./approvals.ts";
import type { ActionEvent } from "./event.ts";
import { type FetchPorts, fetchEvidence } from "./fetch-evidence.ts";
import { type HandedOver, readHandedOver } from "./given-evidence.ts";
import { openHead } from "./head.ts";
import type { ReportInputs } from "./inputs.ts";
import { type JudgedRelease, judgeReleases } from "./judgement.ts";
import { type Publication, type PublishPorts, publish } from "./publish.ts";
import { proposedReleases } from "./releases.ts";
import { type Subject, subjectOf } from "./subject.ts";

export interface ReportPorts extends FetchPorts, PublishPorts {
  readonly event: ActionEvent;
  readonly repositories: Repositories;
  /** The run of the workflow that this is. */
  readonly run: Pick<Run, "serverUrl" | "id" | "number" | "attempt">;
  readonly group: <T>(title: string, act: () => Promise<T>) => Promise<T>;
  /** A path as the user wrote it, seen from where the job stands. */
  readonly resolve: (path: string) => string;
  /** As `2026-12-31`. */
  readonly today: () => string;
}

export interface Step {
  /** The worst; empty where nothing was judged. */
  readonly verdict: VerdictStatus | "";
  /** As JSON. */
  readonly result: string;
  readonly commentId: string;
  readonly reportPath: string;
  readonly exitCode: number;
}

/** The walk: whose head → what it proposes → the evidence of it → verdicts → check, comment, summary. */
export async function report(inputs: ReportInputs, ports: ReportPorts): Promise<Step> {
  const subject = await subjectOf(inputs, ports);
  if (subject === null) {
    ports.log.info("This commit is no pull request's head any more: the run of the new one tells.");
    return { verdict: "", result: "", commentId: "", reportPath: "", exitCode: 0 };
  }
  const { base, judged, failures } = await judgedHead(subject, inputs, ports);
  const run = runOf(subject, base, ports);
  const told = reportOf({ releases: judged.map(({ report }) => report), failures, run }, [inputs.token]);
  await narrate(told, ports);
  const page = inputs.report ?? `${inputs.evidence}/report.html`;
  const published = await publish(
    {
      report: told,
      notices: noticesIn(told, judged),
      page: ports.resolve(page),
      folders: judged.map(({ folder }) => folder),
      comment: commentFor(subject, inputs),
      isForeign: subject.isForeign,
    },
    ports,
  );
  return {
    verdict: isEmpty(told) ? "" : statusOf(told),
    result: reportText(reportDocument(told)),
    commentId: published.comment === null ? "" : String(published.comment.id),
    reportPath: published.hasPage ? page : "",
    exitCode: exitCodeOf(told, failures),
  };
}

interface JudgedHead {
  /** As its commits name it; null where not even that could be found out. */
  readonly base: string | null;
  readonly judged: readonly JudgedRelease[];
  readonly failures: readonly FailedManifest[];
}

interface FailedManifest {
  readonly path: string | null;
  readonly failure: Failure;
}

/** What breaks on the way is told like all else: a check that never comes says nothing. */
async function judgedHead(subject: Subject, inputs: ReportInputs, ports: ReportPorts): Promise<JudgedHead> {
  try {
    const head = await openHead(subject, inputs, ports);
    const { releases, failures } = await proposedReleases(inputs.manifest, head, ports.log);
    if (releases.length === 0) return { base: head.base, judged: [], failures };
    const folder = ports.resolve(inputs.evidence);
    const handedOver = await handedOverIn(folder, { subject, artifact: inputs.artifact }, ports);
    const approvals = await approvalsOf(subject, ports);
    const judgement = judgeReleases(releases, { folder, handedOver, approvals, today: ports.today() });
    for (const stray of judgement.strays)
      ports.log.info(`The evidence of ${stray} is left alone: nobody proposes that.`);
    return { base: head.base, judged: judgement.judged, failures: [...failures, ...judgement.failures] };
  } catch (thrown) {
    return { base: null, judged: [], failures: [{ path: null, failure: toFailure(thrown) }] };
  }
}

interface Wanted {
  readonly subject: Subject;
  readonly artifact: string;
}

/** What this job was given, else what another run of the same head has kept. */
async function handedOverIn(folder: string, { subject, artifact }: Wanted, ports: ReportPorts): Promise<HandedOver> {
  try {
    const isThere = (await ports.files.kind(folder)) !== "missing";
    if (!isThere) await fetchEvidence(subject, { artifact, into: folder }, ports);
    return await readHandedOver(folder, ports.files);
  } catch (thrown) {
    return { given: [], refused: [toFailure(thrown)] };
  }
}

function runOf({ head }: Subject, base: string | null, { forge, run }: ReportPorts): Run {
  const isCommit = base !== null && /^[0-9a-f]{40,64}$/.test(base);
  return { ...run, repository: forge.repository, commit: head, base: isCommit ? base : null };
}

function isEmpty({ releases, failures }: Report): boolean {
  return releases.length + failures.length === 0;
}

/** A group of the log for each release, and how each ended outside of it. */
async function narrate({ releases, failures }: Report, { group, log }: ReportPorts): Promise<void> {
  for (const { path, verdict } of releases) {
    await group(`report ${path}`, async () => {
      for (const line of gateLines(verdict)) log.info(line);
    });
    log.info(`${quote(path)}: ${verdict.status}`);
  }
  for (const { failure } of failures) log.info(`not judged: ${failure.message} (fix: ${failure.fix})`);
}

function noticesIn({ releases, failures }: Report, judged: readonly JudgedRelease[]): readonly Notice[] {
  return [
    ...releases.flatMap((release, place) => noticesOn(release, judged[place]!.source)),
    ...failures.flatMap(noticesOf),
  ];
}

function commentFor({ isQueued, pullRequest }: Subject, { comment }: ReportInputs): Publication["comment"] {
  return isQueued || comment === "off" ? null : { pullRequest, mode: comment };
}

const EXIT_CODES = { pass: 0, fail: 1, inconclusive: 3 } as const;
const WORST_FIRST = [1, 2, 4, 3, 0];

/** Evidence that is missing is nobody's mistake but inconclusive, as all that could not be measured. */
function exitCodeOf({ releases }: Report, failures: readonly FailedManifest[]): number {
  const codes: readonly number[] = [
    ...releases.map(({ verdict }) => EXIT_CODES[verdict.status]),
    ...failures.map(({ failure }) =>
      failure.code === "evidence-missing" ? EXIT_CODES.inconclusive : failure.exitCode,
    ),
  ];
  return WORST_FIRST.find((code) => codes.includes(code)) ?? 0;
}
