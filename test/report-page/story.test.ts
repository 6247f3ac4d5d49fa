import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Chain } from "../../shared/ledger/chain.ts";
import { type LedgerEntry, type LedgerLine, nextLine } from "../../shared/ledger/line.ts";
import type { Story } from "../../shared/report/html/story/story.ts";
import { renderStory } from "../../shared/report/html/story-page.ts";
import type { Report } from "../../shared/report/report.ts";
import { HOSTILE, hostileReport, withText } from "./hostile-text.ts";
import { sampleReports } from "./sample-reports.ts";

let reports: Readonly<Record<string, Report>> = {};

beforeAll(async () => {
  reports = await sampleReports();
});

interface Moment {
  readonly second: number;
  readonly event: LedgerEntry["event"];
  /** By version, in percent. */
  readonly after: Readonly<Record<string, number>>;
  readonly reason?: string | null;
}

const MOMENTS: readonly Moment[] = [
  { second: 0, event: "intent", after: {} },
  { second: 10, event: "healthy", after: { "1.0.0": 100 } },
  { second: 20, event: "deployed", after: { "1.0.0": 100 } },
  { second: 30, event: "shifted", after: { "1.0.0": 80, "1.1.0": 20 } },
  { second: 32, event: "bad", after: { "1.0.0": 100, "1.1.0": 0 }, reason: "3 errors" },
];

function chainOf(moments: readonly Moment[]): Chain {
  const chain: LedgerLine[] = [];
  for (const moment of moments) chain.push(nextLine(entryOf(moment), chain.at(-1)));
  return chain;
}

function entryOf({ second, event, after, reason = null }: Moment): LedgerEntry {
  const shares = Object.entries(after).map(([version, percent], index) => {
    return { deployedModelId: String(index), version, digest: null, percent };
  });
  const release = { endpoint: "1", model: "m", version: "1.1.0", digest: "d", commit: "c".repeat(40) };
  const nobody = { pullRequest: null, actor: null, evidenceDigest: null, before: [] };
  const time = `2026-03-01T10:00:${String(second).padStart(2, "0")}.000Z`;
  return { ...release, ...nobody, time, event, after: shares, reason };
}

function storyOf(report: Report, chain: Chain): Story {
  const told = { title: "A step", about: "What it is about", seconds: 1.25, reportHref: null };
  const lines = [
    { label: "check", text: "✓ pass", tone: "good" },
    { label: "canary", text: "✕ failed", tone: "bad" },
    { label: "", text: "and more of it", tone: "plain" },
  ] as const;
  return {
    title: "A story",
    summary: "All of it.",
    headlines: [["answered", "12"]],
    chapters: [
      { ...told, lines, release: report.releases[0]!, reportHref: "reports/1.html", entries: chain.slice(0, 2) },
      { ...told, lines, release: null, entries: [] },
    ],
    chain,
  };
}

describe("a story's page", () => {
  test("lets in its own style by hash, and asks nobody for anything", () => {
    const page = renderStory(storyOf(reports.failing!, chainOf(MOMENTS)));
    const [, style] = /<style>([\s\S]*?)<\/style>/.exec(page)!;
    const hash = createHash("sha256").update(style!).digest("base64");
    expect(page).toContain(`content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;;`);
    expect(page.match(/\s(?:style|src|srcset|on\w+)=|<script/g)).toBeNull();
    expect(Array.from(page.matchAll(/href="(?!#)([^"]*)"/g), ([, link]) => link)).toEqual(["reports/1.html"]);
  });

  test("gives every identifier once, and leads only to those", () => {
    const page = renderStory(storyOf(reports.failing!, chainOf(MOMENTS)));
    const ids = Array.from(page.matchAll(/\sid="([^"]*)"/g), ([, id]) => id!);
    const targets = Array.from(page.matchAll(/(?:href="#|aria-labelledby=")([^"]*)"/g), ([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test("draws what was served from each change of the traffic to the next, and says it in a table", () => {
    const page = renderStory(storyOf(reports.failing!, chainOf(MOMENTS)));
    expect(page.match(/<rect class="share champion"/g)).toHaveLength(3);
    expect(page.match(/<rect class="share negative"/g)).toHaveLength(1);
    for (const row of ['10.0</th><td class="number">30.0</td>', "1.0.0 80 %, 1.1.0 20 %"]) expect(page).toContain(row);
  });

  test("has no chart of what nobody served yet", () => {
    const page = renderStory(storyOf(reports.failing!, []));
    expect(page).not.toContain("Who served what share of the traffic");
    expect(page).toContain("The whole ledger");
  });

  test("a line without a name belongs to the one before it", () => {
    const page = renderStory(storyOf(reports.failing!, []));
    expect(page).toContain("✕</span>failed</span></dd><dd><bdi>and more of it</bdi></dd></div>");
  });

  test("keeps every text nothing but text", () => {
    let next = 0;
    const nextText = (): string => HOSTILE[next++ % HOSTILE.length]!;
    const tags = (text: () => string): ReadonlySet<string> => {
      const chain = chainOf(MOMENTS).map((line) => {
        const { time, event, after } = line;
        return {
          ...line,
          ...(withText({ model: "", version: "", reason: "", commit: "" }, text) as object),
          time,
          event,
          after,
        };
      });
      const story = storyOf(hostileReport(reports, text), chain);
      const chapters = story.chapters.map((chapter) => ({ ...chapter, title: text(), about: text() }));
      const page = renderStory({ ...story, title: text(), summary: text(), chapters });
      return new Set(page.match(/<[a-z!/][^\s>]*/g));
    };
    const known = tags(() => "text");
    expect([...tags(nextText)].filter((tag) => !known.has(tag))).toEqual([]);
    expect(next).toBeGreaterThan(200);
  });
});
