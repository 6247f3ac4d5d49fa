import type { CheckAnnotation, CheckReport, CheckRun, Checks } from "../../ports/forge.ts";
import type { Ask, Connection } from "./connection.ts";
import { createOnce } from "./create-once.ts";
import { unlessUnknown } from "./failures.ts";
import { PER_PAGE, pages } from "./pages.ts";
import type { Operation } from "./permissions.ts";

type Place = Connection["place"];

/** GitHub's own limits: so many annotations in one request, and so many characters in each. */
const ANNOTATIONS_PER_REQUEST = 50;
const MAX_ANNOTATIONS = 1000;
const LONGEST_TITLE = 255;
const LONGEST_MESSAGE = 16_000;

export function checksOf(connection: Connection): Checks {
  const { within, place } = connection;
  return {
    list: (commit, name) =>
      within({ what: `read the checks of ${commit.slice(0, 12)}`, needs: "checks: read" }, (ask) =>
        unlessUnknown(runsOf(ask, place, { commit, name })),
      ),
    create: (report) => within(writing(report), (ask) => unlessUnknown(create(ask, connection, report))),
    update: (id, report) => within(writing(report), (ask) => unlessUnknown(update(ask, { connection, id }, report))),
  };
}

function writing({ name, commit }: CheckReport): Operation {
  return { what: `write the check ${name} of ${commit.slice(0, 12)}`, needs: "checks: write" };
}

interface Wanted {
  readonly commit: string;
  readonly name: string;
}

async function runsOf(ask: Ask, place: Place, { commit, name }: Wanted): Promise<readonly CheckRun[]> {
  const first = ask("GET /repos/{owner}/{repo}/commits/{ref}/check-runs", {
    ...place,
    ref: commit,
    check_name: name,
    filter: "all",
    per_page: PER_PAGE,
  });
  const runs: CheckRun[] = [];
  for await (const { data } of pages(ask, first, "check runs")) runs.push(...data.check_runs.map(runOf));
  const named = runs.filter((run) => run.name === name).toSorted((a, b) => b.id - a.id);
  return named.filter((run) => named.find(({ app }) => app?.id === run.app?.id) === run);
}

/** A check run, and how many annotations it has. */
interface Written {
  readonly run: CheckRun;
  readonly annotations: number;
}

async function create(ask: Ask, connection: Connection, report: CheckReport): Promise<CheckRun> {
  const { place, pause } = connection;
  const [first = [], ...more] = batches(report.annotations);
  const written = await createOnce({
    pause,
    create: async () => {
      const { data } = await ask("POST /repos/{owner}/{repo}/check-runs", {
        ...place,
        ...bodyOf(report, first),
        head_sha: report.commit,
        request: { retries: 0 },
      });
      return writtenOf(data);
    },
    find: async () => {
      const run = (await runsOf(ask, place, report)).find((each) => isOf(each, report));
      return run && { run, annotations: first.length };
    },
  });
  return append(ask, { connection, written, report }, more);
}

interface Known {
  readonly connection: Connection;
  readonly id: number;
}

async function update(ask: Ask, { connection, id }: Known, report: CheckReport): Promise<CheckRun> {
  const [first = [], ...more] = batches(report.annotations);
  const route = "GET /repos/{owner}/{repo}/check-runs/{check_run_id}";
  const { data } = await ask(route, { ...connection.place, check_run_id: id });
  return append(ask, { connection, written: writtenOf(data), report }, [first, ...more]);
}

interface Appending {
  readonly connection: Connection;
  readonly written: Written;
  readonly report: CheckReport;
}

/** Each request adds its annotations to those that are there, so one whose answer is lost is looked for by their number. */
async function append(
  ask: Ask,
  { connection: { place, pause }, written, report }: Appending,
  more: readonly (readonly CheckAnnotation[])[],
): Promise<CheckRun> {
  let { run, annotations } = written;
  for (const batch of more) {
    const at = { ...place, check_run_id: run.id };
    const wanted = annotations + batch.length;
    ({ run, annotations } = await createOnce({
      pause,
      create: async () => {
        const route = "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}";
        const { data } = await ask(route, { ...at, ...bodyOf(report, batch), request: { retries: 0 } });
        return writtenOf(data);
      },
      find: async () => {
        const found = writtenOf((await ask("GET /repos/{owner}/{repo}/check-runs/{check_run_id}", at)).data);
        return isOf(found.run, report) && found.annotations >= wanted ? found : undefined;
      },
    }));
  }
  return run;
}

function isOf(run: CheckRun, { title, summary, conclusion, externalId }: CheckReport): boolean {
  const isSame = run.title === title && run.summary === summary && run.externalId === (externalId ?? null);
  return isSame && run.conclusion === conclusion;
}

function batches(annotations: readonly CheckAnnotation[]): readonly (readonly CheckAnnotation[])[] {
  const shown = annotations.slice(0, MAX_ANNOTATIONS);
  const count = Math.ceil(shown.length / ANNOTATIONS_PER_REQUEST);
  return Array.from({ length: count }, (_, index) =>
    shown.slice(index * ANNOTATIONS_PER_REQUEST, (index + 1) * ANNOTATIONS_PER_REQUEST),
  );
}

function bodyOf(report: CheckReport, annotations: readonly CheckAnnotation[]) {
  const { name, conclusion, title, summary, text, detailsUrl, externalId } = report;
  return {
    name,
    ...(conclusion === null ? { status: "in_progress" as const } : { status: "completed" as const, conclusion }),
    ...(detailsUrl !== undefined && { details_url: detailsUrl }),
    ...(externalId !== undefined && { external_id: externalId }),
    output: { title, summary, ...(text !== undefined && { text }), annotations: annotations.map(toldAnnotation) },
  };
}

function toldAnnotation({ path, startLine, endLine, level, title, message }: CheckAnnotation) {
  return {
    path,
    start_line: startLine,
    end_line: endLine,
    annotation_level: level,
    title: shortened(title, LONGEST_TITLE),
    message: shortened(message, LONGEST_MESSAGE),
  };
}

function shortened(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

interface Told {
  readonly id: number | bigint;
  readonly html_url: string | null;
  readonly name: string;
  readonly head_sha: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly external_id: string | null;
  readonly output: { title: string | null; summary: string | null; annotations_count: number };
  readonly app: { readonly id: number | bigint; readonly slug?: string } | null;
}

function writtenOf(told: Told): Written {
  return { run: runOf(told), annotations: told.output.annotations_count };
}

function runOf({ id, html_url, name, head_sha, status, conclusion, external_id, output, app }: Told): CheckRun {
  return {
    id: Number(id),
    url: html_url ?? "",
    name,
    commit: head_sha,
    status: status === "completed" ? "completed" : status === "in_progress" ? "inProgress" : "queued",
    conclusion: conclusion as CheckRun["conclusion"],
    title: output.title,
    summary: output.summary,
    externalId: external_id || null,
    app: app && { id: Number(app.id), slug: app.slug ?? "" },
  };
}
