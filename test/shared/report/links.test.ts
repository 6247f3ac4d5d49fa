import { expect, test } from "vitest";
import { commitLink, fileLink, runbookLink, runLink } from "../../../shared/report/links.ts";
import { RUN } from "./told.ts";

const OWN = "https://github.example/growth/models";
const AT = `${OWN}/blob/${RUN.commit}`;

test.each([
  ["a path in the repository is linked", "docs/churn.md", `[\`docs/churn.md\`](${AT}/docs/churn.md)`],
  ["one with odd characters as well", "do cs/(1).md", `[\`do cs/(1).md\`](${AT}/do%20cs/%281%29.md)`],
  ["one that leaves it is not", "../other/README.md", "`../other/README.md`"],
  ["nor is one that seems to", "docs/../../other", "`docs/../../other`"],
  ["a page on its own host is linked", `${OWN}/wiki`, `[\`${OWN}/wiki\`](${OWN}/wiki)`],
  ["without encryption it is not", "http://github.example/a", "`http://github.example/a`"],
  ["on another host it is not", "https://evil.example/a", "`https://evil.example/a`"],
  ["on another port it is not", "https://github.example:8443/a", "`https://github.example:8443/a`"],
  [
    "with a name before the host it is not",
    "https://github.example@evil.example/a",
    "`https://github.example@\u200bevil.example/a`",
  ],
  ["with a name for its own host neither", "https://a:b@github.example/", "`https://a:b@\u200bgithub.example/`"],
  ["a script is not", "javascript:alert(1)", "`javascript:alert(1)`"],
])("a runbook: %s", (_, runbook, written) => {
  expect(runbookLink(RUN, runbook)).toBe(written);
});

test("without a run nothing is linked", () => {
  expect(runbookLink(null, "docs/churn.md")).toBe("`docs/churn.md`");
  expect(runbookLink(null, "https://github.example/a")).toBe("`https://github.example/a`");
  expect(fileLink(null, "a/b")).toBe("`a/b`");
});

test("a run that was started again is linked as that", () => {
  expect(runLink({ ...RUN, attempt: 2 })).toBe(`[run 12](${OWN}/actions/runs/1234/attempts/2)`);
});

test("what is no commit is not linked as one", () => {
  expect(commitLink(RUN, "main")).toBe("`main`");
});
