import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { renderPage } from "../../shared/report/html/page.ts";
import { type ReleaseReport, type Report, reportOf } from "../../shared/report/report.ts";
import { HOSTILE, hostileReport, withText } from "./hostile-text.ts";
import { passing, sampleReports } from "./sample-reports.ts";

let reports: Readonly<Record<string, Report>> = {};
let pages: readonly string[] = [];

beforeAll(async () => {
  reports = await sampleReports();
  pages = Object.values(reports).map(renderPage);
});

describe("a page", () => {
  test("lets in its own style by hash, and nothing else", () => {
    for (const page of pages) {
      const [, style] = /<style>([\s\S]*?)<\/style>/.exec(page)!;
      const hash = createHash("sha256").update(style!).digest("base64");
      const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)!;
      expect(policy).toBe(
        `default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;`,
      );
      expect(page.match(/<style/g)).toHaveLength(1);
    }
  });

  test("has no script but data, no style of its own on an element and no address but within itself", () => {
    for (const page of pages) {
      const tags = page.match(/<[a-z][^>]*>/g)!;
      const scripts = tags.filter((tag) => tag.startsWith("<script"));
      expect(scripts.every((tag) => tag.startsWith('<script type="application/json" id="r'))).toBe(true);
      expect(tags.filter((tag) => /\s(?:style|src|srcset|on\w+)=/.test(tag))).toEqual([]);
      expect(tags.filter((tag) => /href="(?!#)/.test(tag))).toEqual([]);
    }
  });

  test("gives every identifier once, and leads only to those", () => {
    for (const page of pages) {
      const ids = Array.from(page.matchAll(/\sid="([^"]*)"/g), ([, id]) => id!);
      const targets = Array.from(page.matchAll(/(?:href="#|aria-labelledby=")([^"]*)"/g), ([, id]) => id!);
      expect(new Set(ids).size).toBe(ids.length);
      expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
    }
  });

  test("has headings that never leave out a level", () => {
    for (const page of pages) {
      const levels = Array.from(page.matchAll(/<h([1-6])[ >]/g), ([, level]) => Number(level));
      expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
    }
  });

  test("says the same for the same report", () => {
    expect(Object.values(reports).map(renderPage)).toEqual(pages);
  });

  test("keeps the verdict for programs, whatever is in it", () => {
    const release = passing();
    const verdict = {
      ...release.verdict,
      gates: withText(release.verdict.gates, () => "</script><!--\u2028") as ReleaseReport["verdict"]["gates"],
    };
    const page = pageOf({ ...release, verdict });
    const [, json] = /<script type="application\/json" id="r1-verdict">([\s\S]*?)<\/script>/.exec(page)!;
    expect(JSON.parse(json!)).toEqual(verdict);
  });
});

describe("what a page shows", () => {
  test.each<[string, string, readonly string[]]>([
    [
      "a release that fails",
      "failing",
      [
        "Do not merge",
        "must not replace 2.2.0",
        "ROC curve",
        "Calibration",
        "Latency under load",
        "Memory",
        "Bound by the plan",
      ],
    ],
    ["a first release", "first", ["Errors", "Predicted and true", "There is no earlier contract."]],
    [
      "several releases",
      "several",
      [
        "5 releases",
        "Confusion of the challenger",
        "the model does not load: Op type not registered",
        "The run itself",
        "release.yaml:12:5",
        "Write &quot;threshold&quot;.",
      ],
    ],
  ])("%s", (_, name, words) => {
    const page = renderPage(reports[name]!);
    expect(words.filter((word) => !page.includes(word))).toEqual([]);
  });

  test("has no column for a champion that is not there", () => {
    expect(renderPage(reports.first!)).not.toMatch(/<th scope="col"[^>]*>Champion</);
  });

  test("draws nothing where the evidence is from before there was anything to draw", () => {
    expect(pageOf(passing())).not.toContain("<figure");
  });

  test("says that there is nothing to judge", () => {
    expect(renderPage(reportOf({ releases: [], failures: [], run: null }))).toContain("Nothing to judge");
  });

  test("draws no number that is none", () => {
    const { releases } = reports.failing!;
    const [release] = releases as [ReleaseReport];
    for (const odd of [Number.NaN, Number.POSITIVE_INFINITY, 1e308, -1e308, 5e-324, 0]) {
      const page = pageOf({ ...release, evidence: withNumbers(release.evidence, odd) as ReleaseReport["evidence"] });
      expect(
        Array.from(page.matchAll(/\s(?:d|x|y|x1|x2|y1|y2|cx|cy)="[^"]*(?:NaN|Infinity|e\+)[^"]*"/g), ([all]) => all),
      ).toEqual([]);
    }
  });
});

test("hostile text makes a page no new kind of element or attribute", () => {
  const known = new Set(["text", ""].flatMap((text) => shapes(renderPage(hostileReport(reports, () => text)))));
  const found = HOSTILE.flatMap((text) => shapes(renderPage(hostileReport(reports, () => text))));
  expect(found.filter((shape) => !known.has(shape))).toEqual([]);
});

test("500 slices and 200 gates take at most 200 ms", () => {
  const [release] = reports.failing!.releases as [ReleaseReport];
  const { quality } = release.evidence;
  if ("unmeasured" in quality) throw new Error("the sample has no slices");
  const slices = Array.from({ length: 500 }, (_, index) => ({
    ...quality.slices[index % quality.slices.length]!,
    predicate: `city = '${index}'`,
  }));
  const gates = Array.from({ length: 200 }, (_, index) => release.verdict.gates[index % release.verdict.gates.length]!);
  const report = reportOf({
    releases: [
      {
        ...release,
        evidence: { ...release.evidence, quality: { ...quality, slices } },
        verdict: { ...release.verdict, gates },
      },
    ],
    failures: [],
    run: null,
  });
  const spent = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage();
    renderPage(report);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  expect(Math.min(...spent)).toBeLessThan(200);
});

function pageOf(release: ReleaseReport): string {
  return renderPage(reportOf({ releases: [release], failures: [], run: null }));
}

/** Each tag with the names of its attributes. */
function shapes(page: string): readonly string[] {
  const tags = page
    .slice(page.indexOf("<body>"))
    .matchAll(/<(\/?[a-z!?][^\s>]*)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*\/?>/gi);
  return [...new Set(Array.from(tags, ([, name, attributes]) => `${name} ${attributes!.replaceAll(/="[^"]*"/g, "")}`))];
}

function withNumbers(value: unknown, odd: number): unknown {
  if (typeof value === "number") return odd;
  if (Array.isArray(value)) return value.map((item) => withNumbers(item, odd));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withNumbers(member, odd)]));
}
