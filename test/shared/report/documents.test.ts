import { expect, test } from "vitest";
import { parseVerdict } from "../../../shared/gate/document.ts";
import { reportDocument, reportText } from "../../../shared/report/document.ts";
import type { Report } from "../../../shared/report/report.ts";
import { statementOf, statementText } from "../../../shared/report/statement.ts";
import { parseJson } from "../../../shared/schema/json.ts";
import type { JsonSchema } from "../../../shared/schema/json-schema.ts";
import reportSchema from "../../../shared/schema/report.schema.json" with { type: "json" };
import statementSchema from "../../../shared/schema/statement.schema.json" with { type: "json" };
import { validate } from "../../../shared/schema/validate.ts";
import { MADE_REPORTS } from "./made-reports.ts";
import { RUN } from "./told.ts";

const LIMITS = { maxBytes: 2 ** 24, maxDepth: 16, maxValues: 2 ** 20 };
const REPORTS = Object.entries(MADE_REPORTS);

function read(schema: object, text: string): unknown {
  return validate(schema as JsonSchema, parseJson(text, "document.json", LIMITS));
}

test.each(REPORTS)("%s: the document fits its schema, and its verdicts theirs", (_, report) => {
  const document = reportDocument(report);
  expect(read(reportSchema, reportText(document))).toEqual(document);
  for (const { verdict } of document.releases) expect(parseVerdict(JSON.stringify(verdict), "v")).toEqual(verdict);
});

test.each(REPORTS)("%s: the statements fit their schema", (_, report) => {
  for (const release of report.releases) {
    const statement = statementOf(release, report.run);
    expect(read(statementSchema, statementText(statement))).toEqual(statement);
  }
});

test("a statement binds the artifact's digest to the evidence's and the verdict", () => {
  const [release] = only("all is well").releases;
  const { subject, predicate } = statementOf(release!, RUN);
  expect(subject).toEqual([{ name: "churn@2.0.0", digest: { sha256: "c".repeat(64) } }]);
  expect(`sha256:${predicate.evidence.digest.sha256}`).toBe(release!.verdict.evidenceDigest);
  expect(predicate.verdict).toBe("pass");
  expect(predicate.run?.commit).toBe(RUN.commit);
});

test.each<[string, number, readonly string[], readonly string[]]>([
  ["with every reason as long as there is room", 6_000, ["golden.jsonl", '"limit":0.7'], []],
  ["then only with those to act on", 5_000, ["golden.jsonl", "lint"], ['"limit":0.7']],
  ["then with none", 2_000, ['"gate":"lint"'], ["golden.jsonl"]],
  ["then without gates", 700, ['"version":"2.0.0"'], ['"gate":"lint"']],
  ["and at last with the status alone", 100, ['"status":"fail"'], ["2.0.0"]],
])("a document is written %s", (_, most, kept, left) => {
  const text = reportText(reportDocument(only("everything is broken")), most);
  expect(text.length).toBeLessThanOrEqual(most);
  for (const part of kept) expect(text).toContain(part);
  for (const part of left) expect(text).not.toContain(part);
});

function only(name: string): Report {
  return MADE_REPORTS[name]!;
}
