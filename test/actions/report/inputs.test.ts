import { expect, test } from "vitest";
import { parseInputs, type ReportInputs } from "../../../actions/report/inputs.ts";
import type { Failure } from "../../../shared/failure.ts";

type Texts = Parameters<typeof parseInputs>[0];

const NOTHING: Texts = {
  token: "secret",
  evidence: "",
  artifact: "",
  manifest: "",
  base: "",
  "pull-request": "",
  comment: "",
  report: "",
};

test("what is not given has its default", () => {
  expect(parseInputs(NOTHING)).toEqual({
    token: "secret",
    evidence: "model-release-evidence",
    artifact: "model-release-evidence",
    manifest: null,
    base: null,
    pullRequest: null,
    comment: "update",
    report: null,
  });
});

test.each<[string, Partial<Texts>, Partial<ReportInputs>]>([
  ["a folder", { evidence: "parts/all" }, { evidence: "parts/all" }],
  ["a manifest", { manifest: "churn/release.yaml" }, { manifest: "churn/release.yaml" }],
  ["a manifest that begins here", { manifest: "./churn//release.yaml" }, { manifest: "churn/release.yaml" }],
  ["a base", { base: "origin/main" }, { base: "origin/main" }],
  ["a pull request", { "pull-request": "12" }, { pullRequest: 12 }],
  ["a mode of commenting", { comment: "hide-and-new" }, { comment: "hide-and-new" }],
  ["no comment", { comment: "off" }, { comment: "off" }],
  ["a page", { report: "page.html" }, { report: "page.html" }],
])("%s is taken as it is given", (_, given, read) => {
  expect(parseInputs({ ...NOTHING, ...given })).toMatchObject(read);
});

test.each<[string, Partial<Texts>, string]>([
  ["no token", { token: "" }, "token is empty."],
  ["a mode that is none", { comment: "new" }, 'comment is "new", not one of update, recreate, hide-and-new, off.'],
  ["a pull request that is no number", { "pull-request": "#12" }, 'pull-request is "#12", not a number such as 12.'],
  ["a pull request that is nobody's", { "pull-request": "0" }, 'pull-request is "0", not a number such as 12.'],
  [
    "a manifest outside the repository",
    { manifest: "../release.yaml" },
    'manifest is "../release.yaml", not a path from the repository\'s top such as churn/release.yaml.',
  ],
  [
    "a manifest by its whole path",
    { manifest: "/release.yaml" },
    'manifest is "/release.yaml", not a path from the repository\'s top such as churn/release.yaml.',
  ],
])("%s is refused", (_, given, message) => {
  expect(() => parseInputs({ ...NOTHING, ...given })).toThrow(expect.objectContaining({ code: "usage", message }));
});

test("all that is wrong is told at once, and the token never", () => {
  const wrong = { ...NOTHING, comment: "x", "pull-request": "y", manifest: ".." };
  const thrown = (): Failure => {
    try {
      parseInputs(wrong);
    } catch (error) {
      return error as Failure;
    }
    throw new Error("nothing was refused");
  };
  expect(thrown().message.match(/; /g)).toHaveLength(2);
  expect(thrown().message).not.toContain("secret");
});
