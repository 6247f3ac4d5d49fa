import { type Failure, toFailure } from "../../shared/failure.ts";
import { gateLines } from "../../shared/gate/notices.ts";
import type { VerdictStatus } from "../../shared/gate/verdict.ts";
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
import { type JudgedRelease, type Judgement, judgeReleases } from "./judgement.ts";
import { ledgersOf, withPast } from "./ledgers.ts";
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

const NOTHING: Step = { verdict: "", result: "", commentId: "", reportPath: "", exitCode: 0 };

/** The walk: whose head → what it proposes → the evidence of it → verdicts → check, comment, summary. */
export async function report(inputs: ReportInputs, ports: ReportPorts): Promise<Step> {
  const subject = await subjectOf(inputs, ports);
  if ("over" in subject) {
    ports.log.info(subject.over);
    return NOTHING;
  }
  const head = await judgedHead(subject, inputs, ports);
  const releases = head.judged.map((judged) => judged.report);
  const told = reportOf({ releases, failures: head.failures, run: runOf(subject, head, ports) }, [inputs.token]);
  await narrate(told, ports);
  const page = inputs.report ?? `${inputs.evidence}/report.html`;
  const { comment, hasPage } = await publish(
    { ...publicationOf(told, head, subject), page: ports.resolve(page), mode: inputs.comment },
    ports,
  );
  return {
    verdict: isEmpty(told) ? "" : statusOf(told),
    result: reportText(reportDocument(told)),
    commentId: comment === null ? "" : String(comment.id),
    reportPath: hasPage ? page : "",
    exitCode: exitCodeOf(told, head),
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
    const ledgers = await ledgersOf(releases, ports);
    const returning = await withPast(releases, ledgers, head.commits);
    const judgement = judgeReleases(returning, { folder, handedOver, approvals, today: ports.today(), ledgers });
    for (const line of leftAlone(handedOver, judgement)) ports.log.info(line);
    return { base: head.base, judged: judgement.judged, failures: [...judgement.failures, ...failures] };
  } catch (thrown) {
    return { base: null, judged: [], failures: [{ path: null, failure: toFailure(thrown) }] };
  }
}

function leftAlone({ refused }: HandedOver, { strays }: Judgement): readonly string[] {
  return [
    ...refused.map(({ message }) => `What is no evidence is left alone: ${message}`),
    ...strays.map((stray) => `The evidence of ${stray} is left alone: nobody proposes that.`),
  ];
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

function runOf({ head }: Subject, { base }: JudgedHead, { forge, run }: ReportPorts): Run {
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

function publicationOf(
  told: Report,
  { judged }: JudgedHead,
  { pullRequest, isQueued, isForeign }: Subject,
): Omit<Publication, "page" | "mode"> {
  const onReleases = told.releases.flatMap((release, place) => noticesOn(release, judged[place]!.source));
  return {
    report: told,
    notices: [...onReleases, ...told.failures.flatMap(noticesOf)],
    folders: judged.map(({ folder }) => folder),
    pullRequest: isQueued ? null : pullRequest,
    isForeign,
  };
}

const EXIT_CODES = { pass: 0, fail: 1, inconclusive: 3 } as const;
const WORST_FIRST = [1, 2, 4, 3, 0];

/** Evidence that is missing is nobody's mistake but inconclusive, as all that could not be measured. */
function exitCodeOf({ releases }: Report, { failures }: JudgedHead): number {
  const codes: readonly number[] = [
    ...releases.map(({ verdict }) => EXIT_CODES[verdict.status]),
    ...failures.map(({ failure }) =>
      failure.code === "evidence-missing" ? EXIT_CODES.inconclusive : failure.exitCode,
    ),
  ];
  return WORST_FIRST.find((code) => codes.includes(code)) ?? 0;
}
