import { describe, expect, test } from "vitest";
import { renderCard } from "../../../shared/report/card.ts";
import { renderComment, renderSummary } from "../../../shared/report/comment.ts";
import { reportDocument, reportText } from "../../../shared/report/document.ts";
import { redacted } from "../../../shared/report/redaction.ts";
import { reportOf } from "../../../shared/report/report.ts";
import { statementOf, statementText } from "../../../shared/report/statement.ts";
import { seeded } from "../statistics/random.ts";
import { hostileFailure, hostileRelease } from "./hostile-release.ts";
import { RUN } from "./told.ts";

const draw = seeded(3);

function random(length: number, letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"): string {
  return Array.from({ length }, () => letters[Math.floor(draw() * letters.length)]).join("");
}

const UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Put together here, so that no file of ours looks as if it held one. */
const LOOKS: Readonly<Record<string, () => string>> = {
  "an AWS access key": () => `AKIA${random(16, UPPER)}`,
  "an AWS temporary access key": () => `ASIA${random(16, UPPER)}`,
  "an AWS secret key": () => `aws_secret_access_key = ${random(40)}`,
  "another AWS secret key": () => `AWS_SECRET_ACCESS_KEY=${random(40)}`,
  "a GitHub token": () => `ghp_${random(36)}`,
  "a GitHub OAuth token": () => `gho_${random(36)}`,
  "a GitHub user's token": () => `ghu_${random(36)}`,
  "a GitHub server's token": () => `ghs_${random(36)}`,
  "a GitHub refresh token": () => `ghr_${random(76)}`,
  "a GitHub fine-grained token": () => `github_pat_${random(22)}_${random(59)}`,
  "a GitLab token": () => `glpat-${random(20)}`,
  "a Slack token": () => `xoxb-${random(24)}`,
  "a Slack webhook": () => `https://hooks.slack.com/services/T${random(8, UPPER)}/B${random(8, UPPER)}/${random(24)}`,
  "a Google API key": () => `AIza${random(35)}`,
  "a Google OAuth secret": () => `GOCSPX-${random(28)}`,
  "a Google access token": () => `ya29.${random(80)}`,
  "a Hugging Face token": () => `hf_${random(34)}`,
  "an OpenAI key": () => `sk-${random(48)}`,
  "an OpenAI project's key": () => `sk-proj-${random(80)}`,
  "an Anthropic key": () => `sk-ant-api03-${random(90)}`,
  "a Stripe key": () => `sk_live_${random(24)}`,
  "a Stripe restricted key": () => `rk_live_${random(24)}`,
  "a SendGrid key": () => `SG.${random(22)}.${random(43)}`,
  "an npm token": () => `npm_${random(36)}`,
  "a PyPI token": () => `pypi-AgEI${random(60)}`,
  "a Docker Hub token": () => `dckr_pat_${random(27)}`,
  "an Azure storage key": () => `AccountKey=${random(86)}==`,
  "a private key": () => `-----BEGIN PRIVATE KEY-----\n${random(64)}\n${random(64)}\n-----END PRIVATE KEY-----`,
  "an RSA key": () => `-----BEGIN RSA PRIVATE KEY-----\n${random(64)}\n-----END RSA PRIVATE KEY-----`,
  "an OpenSSH key that is cut": () => `-----BEGIN OPENSSH PRIVATE KEY-----\n${random(64)}\n${random(30)}`,
  "a JSON web token": () => `${part({ alg: "RS256", typ: "JWT" })}.${part({ sub: "someone" })}.${random(43)}`,
};

/** Some of the kinds twice, so that there are forty, and some that only the caller knows. */
const PLANTED: readonly string[] = [
  ...Object.values(LOOKS).map((make) => make()),
  ...Object.values(LOOKS)
    .slice(0, 5)
    .map((make) => make()),
];
const KNOWN: readonly string[] = Array.from({ length: 4 }, () => `runner ${random(20)}`);

/** What is left of a secret when its look is gone. */
const kernelsOf = (secret: string): readonly string[] => secret.match(/[A-Za-z0-9]{16,}/g) ?? [];

test("forty are planted", () => {
  expect(PLANTED.length + KNOWN.length).toBe(40);
});

test.each(Object.entries(LOOKS))("%s is taken out, and what stands around it stays", (_, make) => {
  const secret = make();
  const written = redacted(`before "${secret}" after`);
  for (const kernel of kernelsOf(secret)) expect(written).not.toContain(kernel);
  expect(written).toMatch(/^before "[a-z]?.*\[redacted: an? [\w ]+\]/);
});

test("nothing else is touched", () => {
  const value = { a: ["task_1", 1, null, "risk-free", Number.NaN], b: { c: new Float64Array(2) }, d: [1, 2] };
  expect(redacted(value)).toEqual(value);
});

test("a text of many is free of all of them", () => {
  const secrets = Array.from({ length: 60 }, () => `ghp_${random(36)}`);
  expect(redacted(secrets.join(" "))).not.toContain("ghp_");
});

test("what is known is taken out as it stands, unless it is as short as a word", () => {
  expect(redacted({ "x hunter2hunter2": "hunter2hunter2 pass" }, ["hunter2hunter2", "pass"])).toEqual({
    "x [redacted]": "[redacted] pass",
  });
});

describe("in every field of a report", () => {
  let next = 0;
  const all = [...PLANTED, ...KNOWN];
  const text = (): string => `say ${all[next++ % all.length]} aloud`;
  const told = { releases: all.map(() => hostileRelease(text)), failures: [hostileFailure(text)], run: RUN };
  const report = reportOf(told, KNOWN);

  test.each<[string, string]>([
    ["comment", renderComment(report)],
    ["summary", renderSummary(report)],
    ["cards", report.releases.map((release) => renderCard(release, RUN)).join("\n")],
    ["document", reportText(reportDocument(report), Number.POSITIVE_INFINITY)],
    ["statements", report.releases.map((release) => statementText(statementOf(release, RUN))).join("\n")],
    ["model that a page is rendered from", JSON.stringify(report)],
  ])("none of them is left in the %s", (_, written) => {
    const left = all.flatMap(kernelsOf).filter((kernel) => written.includes(kernel));
    expect(left).toEqual([]);
    expect(next).toBeGreaterThan(all.length * 100);
  });
});
