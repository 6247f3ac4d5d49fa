import { count } from "../../release/quantities.ts";
import { code, type Inline, joined, md, text } from "../escape.ts";
import { type Block, fold, heading, paragraph, stacked, table } from "../markdown.ts";
import { type ReleaseReport, statusOf, type Told } from "../report.ts";
import { inTheWay, mark } from "./marks.ts";
import { statusHeading } from "./verdict.ts";

const WORST_FIRST = ["fail", "inconclusive", "pass"] as const;

/** How it is for all of them together. */
export function overallBlock(report: Told): Block {
  const { releases, failures } = report;
  const total = releases.length + failures.length;
  if (total === 0) {
    return stacked([heading(2, md`Nothing to judge`), paragraph(md`No release is added or changed.`)]);
  }
  return stacked([
    statusHeading(statusOf(report)),
    paragraph(md`Of ${text(count(total, "release"))} ${counts(report)}.`),
  ]);
}

interface Size {
  /** Rows. */
  readonly most: number;
  /** Characters of each reason. */
  readonly length: number;
}

export function allReleasesFold(releases: readonly ReleaseReport[], size: Size): Block {
  return fold(`All ${releases.length} releases`, releaseTable(releases, size));
}

/** One line for each release, the worst first. */
export function releaseTable(releases: readonly ReleaseReport[], { most, length }: Size): Block {
  const ordered = worstFirst(releases);
  const columns = [md`release`, md`champion`, md`what is in the way`].map((title) => ({ title, align: "l" as const }));
  const rest = ordered.slice(most);
  return stacked([
    table(
      columns,
      ordered.slice(0, most).map((release) => cells(release, length)),
    ),
    ...(rest.length === 0
      ? []
      : [paragraph(md`and ${text(count(rest.length, "more"))}: ${counts({ releases: rest, failures: [] })}`)]),
  ]);
}

export function worstFirst(releases: readonly ReleaseReport[]): readonly ReleaseReport[] {
  const rank = ({ verdict }: ReleaseReport): number => WORST_FIRST.indexOf(verdict.status);
  return releases.toSorted((a, b) => rank(a) - rank(b));
}

function cells({ path, manifest: { model }, champion, verdict }: ReleaseReport, length: number): readonly Inline[] {
  const named = md`${mark(verdict.status)} **${text(model.name)} ${text(model.version)}**`;
  return [
    length === 0 ? named : md`${named}<br>${code(path, 120)}`,
    champion === null ? md`the first` : text(champion.model.version),
    joined(
      inTheWay(verdict.gates).map(({ gate, status, reasons }) => {
        const reason = reasons.find((one) => one.status === status);
        const why = length === 0 || reason === undefined ? md`` : md`: ${text(reason.message, length)}`;
        return md`${mark(status)} ${text(gate)}${why}`;
      }),
      length === 0 ? md` ` : md`<br>`,
    ),
  ];
}

/** `2 fail, 1 inconclusive, 3 pass` */
function counts({ releases, failures }: Pick<Told, "releases" | "failures">): Inline {
  const of = (status: string): number => releases.filter(({ verdict }) => verdict.status === status).length;
  const found: readonly (readonly [number, string])[] = [
    [of("fail"), of("fail") === 1 ? "fails" : "fail"],
    [of("inconclusive"), of("inconclusive") === 1 ? "is inconclusive" : "are inconclusive"],
    [failures.length, "could not be judged"],
    [of("pass"), of("pass") === 1 ? "passes" : "pass"],
  ];
  return text(found.flatMap(([number, words]) => (number === 0 ? [] : [`${number} ${words}`])).join(", "));
}
