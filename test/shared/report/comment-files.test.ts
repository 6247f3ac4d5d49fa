import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseEvidence } from "../../../shared/evidence/document.ts";
import { judge } from "../../../shared/gate/judge.ts";
import { policyOf } from "../../../shared/gate/policy.ts";
import { parseManifest } from "../../../shared/release/manifest.ts";
import { renderCard } from "../../../shared/report/card.ts";
import { renderComment } from "../../../shared/report/comment.ts";
import { type Report, reportOf } from "../../../shared/report/report.ts";
import { MADE_REPORTS } from "./made-reports.ts";
import { RUN } from "./told.ts";

// `vitest run --update` writes the files anew: read them before they are committed.

const REPORTS = join(import.meta.dirname, "../../../fixtures/reports");
const SCENARIOS = readdirSync(REPORTS).filter((name) => name !== "made");

describe("of a scenario of the corpus", () => {
  test("there are all twenty", () => {
    expect(SCENARIOS).toHaveLength(20);
  });

  test.each(SCENARIOS)("%s the comment and the card are those that were read", async (name) => {
    const report = reportOn(join(REPORTS, name));
    await expectFile(renderComment(report), join(REPORTS, name, "comment.md"));
    await expect(renderCard(report.releases[0]!, RUN)).toMatchFileSnapshot(join(REPORTS, name, "card.md"));
  });
});

describe("where it looks otherwise", () => {
  test.each(Object.entries(MADE_REPORTS))("%s: the comment is the one that was read", async (name, report) => {
    await expectFile(renderComment(report), join(REPORTS, "made", `${name.replaceAll(" ", "-")}.md`));
  });
});

async function expectFile(comment: string, file: string): Promise<void> {
  const beforeFold = comment.split("<details>", 1)[0]!.split("\n");
  expect(beforeFold.length - 1).toBeLessThanOrEqual(30);
  expect(comment.length).toBeLessThanOrEqual(65_536);
  await expect(comment).toMatchFileSnapshot(file);
}

function reportOn(folder: string): Report {
  const read = (name: string): string => readFileSync(join(folder, name), "utf8");
  const manifest = parseManifest(read("challenger.yaml"), "challenger.yaml");
  const champion = parseManifest(read("champion.yaml"), "champion.yaml");
  const evidence = parseEvidence(read("evidence.json"), "evidence.json");
  const policy = policyOf({ challenger: manifest, base: champion, approvals: [], today: "2026-07-01" });
  const verdict = judge(evidence, policy);
  const release = { path: "challenger.yaml", manifest, champion, evidence, verdict, plan: null, approvals: [] };
  return reportOf({ releases: [release], failures: [], run: RUN });
}
