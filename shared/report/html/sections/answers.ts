import type { EdgeEvidence } from "../../../evidence/edge.ts";
import { type Evidence, isMeasured, type Measured } from "../../../evidence/evidence.ts";
import type { GoldenEvidence } from "../../../evidence/golden.ts";
import type { SanityEvidence } from "../../../evidence/sanity.ts";
import { figure, milliseconds, whole } from "../../figures.ts";
import { code, type Html, html, NOTHING, text } from "../markup.ts";
import { absent, list, status } from "../parts.ts";
import { type Row, table } from "../table.ts";

type Answers = Pick<Evidence, "edge" | "golden" | "sanity">;

/** How odd requests, known requests and all rows were answered. */
export function answersContent({ edge, golden, sanity }: Answers): Html {
  return html`<h4>Edge cases</h4>${part(edge, edgeTable)}
<h4>Golden cases</h4>${part(golden, goldenTable)}
<h4>Sanity</h4>${part(sanity, sanityTable)}`;
}

export function answersHint({ edge }: Answers): string {
  if (!isMeasured(edge)) return "not asked";
  const good = edge.cases.filter(isAsItShould).length;
  return `${good} of ${edge.cases.length} taken well`;
}

function part<T extends object>(measured: Measured<T>, content: (value: T) => Html): Html {
  return isMeasured(measured) ? content(measured) : absent(measured.reason, measured.fix);
}

type Case = EdgeEvidence["cases"][number];

const OUTCOMES: Readonly<Record<Case["outcome"], string>> = {
  answered: "answered",
  notFinite: "answered with no number",
  refused: "refused",
  died: "died",
  tookTooLong: "took too long",
};

function isAsItShould({ isWithinContract, outcome, recovered }: Case): boolean {
  return (
    recovered && (outcome === "answered" || (!isWithinContract && (outcome === "refused" || outcome === "notFinite")))
  );
}

function edgeTable({ cases }: EdgeEvidence): Html {
  const rows = cases.map((each): Row => {
    const { name, isWithinContract, outcome, message, recovered, durationMs } = each;
    const said = message === null ? NOTHING : html` <small><bdi>${text(message, 300)}</bdi></small>`;
    const cells = [
      html`<bdi>${text(name, 200)}</bdi>`,
      text(isWithinContract ? "within" : "beyond"),
      html`${status(isAsItShould(each) ? "pass" : "fail", OUTCOMES[outcome])}${said}`,
      text(recovered ? "as before" : "otherwise"),
      text(milliseconds(durationMs)),
    ];
    return isAsItShould(each) ? { cells } : { cells, tone: "fail" };
  });
  const columns = ["Request", "Contract", "Outcome", "The next answer", "Took"].map((title, index) => ({
    title,
    isNumber: index === 4,
  }));
  return table({ caption: "Requests at and beyond the edges of the contract", columns, rows });
}

const MOST_MISSES = 20;

function goldenTable({ cases, tolerance, outputs, misses }: GoldenEvidence): Html {
  const rows = outputs.map(({ name, difference, noise, choices, isDiscriminating }): Row => {
    const chosen = choices === null ? "–" : `${whole(choices.agreeing)} of ${whole(choices.rows)}`;
    const tells = isDiscriminating === null ? "not known" : isDiscriminating ? "yes" : "no";
    return {
      cells: [
        code(name),
        figureOf(difference.largest),
        text(whole(difference.beyondTolerance)),
        figureOf(noise.largest),
        text(chosen),
        text(tells),
      ],
    };
  });
  const columns = ["Output", "Largest difference", "Beyond tolerance", "Noise", "Same choice", "Depends on inputs"].map(
    (title, index) => ({ title, isNumber: index > 0 && index < 5 }),
  );
  const missed = misses
    .slice(0, MOST_MISSES)
    .map(({ line, message }) => html`line ${line}: <bdi>${text(message, 400)}</bdi>`);
  const rest = misses.length - missed.length;
  return html`<p>${text(`${whole(cases)} cases, compared within rtol ${figure(tolerance.rtol)} and atol ${figure(tolerance.atol)}.`)}</p>
${table({ caption: "Answers to the golden cases", columns, rows })}${list(missed)}${rest > 0 ? html`<p>and ${rest} more.</p>` : NOTHING}`;
}

function sanityTable({ rows: scored, outputs, scoreDeviation, commonest }: SanityEvidence): Html {
  const rows = outputs.map(({ name, lowest, highest, range, outOfRange, notFinite }): Row => {
    const declared = range === null ? "not declared" : `${figure(range[0])} – ${figure(range[1])}`;
    return {
      cells: [
        code(name),
        figureOf(lowest),
        figureOf(highest),
        text(declared),
        text(whole(outOfRange)),
        text(whole(notFinite)),
      ],
    };
  });
  const columns = ["Output", "Lowest", "Highest", "Declared", "Out of range", "No number"].map((title, index) => ({
    title,
    isNumber: index > 0,
  }));
  const often =
    commonest === null ? NOTHING : html` The label <bdi>${text(commonest.label, 100)}</bdi> is predicted most.`;
  const deviation = scoreDeviation === null ? "" : ` The score's standard deviation is ${figure(scoreDeviation)}.`;
  return html`<p>${text(`${whole(scored)} rows.${deviation}`)}${often}</p>${table({ caption: "Answers to all rows", columns, rows })}`;
}

function figureOf(value: number | null): Html {
  return value === null ? html`<span class="faint">–</span>` : text(figure(value));
}
