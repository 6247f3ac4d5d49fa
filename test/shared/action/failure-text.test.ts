import { expect, test } from "vitest";
import { failureText } from "../../../shared/action/failure-text.ts";
import { plain, styleFor } from "../../../shared/action/terminal.ts";
import { Failure, type Problem } from "../../../shared/failure.ts";

const plainStyle = styleFor({ isTerminal: false, environment: {} });

const problem: Problem = {
  file: "churn/release.yaml",
  line: 12,
  column: 5,
  message: "gates.latency.p95Ms must be > 0, got -1",
  fix: "Set gates.latency.p95Ms to a positive number of milliseconds.",
  source: "    p95Ms: -1",
};

test("a problem shows its place, the line, a caret under the column, and the fix", () => {
  const failure = new Failure("manifest-invalid", "1 problem", { fix: "Mend it.", problems: [problem] });
  expect(failureText(failure, plainStyle)).toMatchInlineSnapshot(`
    "churn/release.yaml:12:5 error gates.latency.p95Ms must be > 0, got -1
      12 |     p95Ms: -1
               ^
      fix Set gates.latency.p95Ms to a positive number of milliseconds.

    error [manifest-invalid] 1 problem"
  `);
});

test("a failure without a place is its message and its fix", () => {
  const failure = new Failure("artifact-missing", "no folder artifacts/churn", { fix: "Correct artifact.uri." });
  expect(failureText(failure, plainStyle)).toBe(
    "error [artifact-missing] no folder artifacts/churn\n  fix Correct artifact.uri.",
  );
});

test("the fifty-first problem is counted, not shown", () => {
  const problems = Array.from({ length: 51 }, (_, index) => ({ ...problem, line: index + 1 }));
  const text = failureText(new Failure("manifest-invalid", "many", { fix: "Mend them.", problems }), plainStyle);
  expect(text).toContain("release.yaml:50:5");
  expect(text).not.toContain("release.yaml:51:5");
  expect(text).toContain("… and 1 more");
  expect(text).toContain("51 problems");
});

test.each([
  ["colours on a terminal", true, {}, "\x1b[1mx\x1b[22m"],
  ["none into a pipe", false, {}, "x"],
  ["none against NO_COLOR", true, { NO_COLOR: "1" }, "x"],
  ["an empty NO_COLOR asks for nothing", true, { NO_COLOR: "" }, "\x1b[1mx\x1b[22m"],
  ["none on a dumb terminal", true, { TERM: "dumb" }, "x"],
])("%s", (_, isTerminal, environment, expected) => {
  expect(styleFor({ isTerminal, environment }).bold("x")).toBe(expected);
});

test.each([
  ["an escape sequence cannot redraw the terminal", "\x1b[2Jgone", "\\u{1b}[2Jgone"],
  ["a line feed cannot start a workflow command", "a\n::error::b", "a\\n::error::b"],
  ["a carriage return cannot overwrite the line", "bad\rgood", "bad\\u{d}good"],
  ["a right-to-left override cannot reverse a name", "a\u202Eb", "a\\u{202e}b"],
  ["a separator of lines cannot make a second one", "a\u2028b\u2029c", "a\\u{2028}b\\u{2029}c"],
  ["a name cannot be a workflow command", "::stop-commands::x", "\\::stop-commands::x"],
  ["nor behind blanks, which the runner skips", " \u00a0::add-mask::x", " \u00a0\\::add-mask::x"],
  ["colons elsewhere stay", "a::b::c", "a::b::c"],
  ["the runner's older command form is broken up", "##[add-mask]x", "#\\#[add-mask]x"],
  ["other letters stay", "größe/模型", "größe/模型"],
])("%s", (_, hostile, expected) => {
  expect(plain(hostile)).toBe(expected);
});

test("a name of 200 kB is cut and counted", () => {
  expect(plain("n".repeat(200_000))).toBe(`${"n".repeat(200)}… (200000 characters)`);
});
