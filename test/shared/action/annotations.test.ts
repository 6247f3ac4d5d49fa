import { afterEach, beforeEach, expect, type MockInstance, test, vi } from "vitest";
import { annotate, annotateNotices } from "../../../shared/action/annotations.ts";
import { Failure } from "../../../shared/failure.ts";
import type { Notice } from "../../../shared/ports/notice.ts";

let write: MockInstance<typeof process.stdout.write>;
beforeEach(() => {
  write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
});
afterEach(() => write.mockRestore());
const written = (): string[] => write.mock.calls.map(([text]) => String(text).trimEnd());

const notice = (level: Notice["level"], message: string): Notice => ({
  ...{ level, message, title: "churn 2.3.0: quality", fix: "Train longer.", file: "release.yaml" },
});

test("a failure is one error with its fix", () => {
  annotate(new Failure("usage", "shard is 3/2", { fix: "Correct it." }));
  expect(written()).toEqual(["::error title=usage::shard is 3/2%0Afix: Correct it."]);
});

test("each problem stands on its line", () => {
  const problem = { file: "release.yaml", line: 3, column: 5, message: "unknown key", fix: "Remove it." };
  annotate(new Failure("manifest-invalid", "1 problem", { fix: "Mend it.", problems: [problem] }));
  expect(written()).toEqual([
    "::error title=manifest-invalid,file=release.yaml,line=3,col=5::unknown key%0Afix: Remove it.",
  ]);
});

test("notices stand on the manifest, errors and warnings apart", () => {
  annotateNotices([notice("warning", "too few rows"), notice("error", "auc is low")]);
  expect(written()).toEqual([
    "::error title=churn 2.3.0%3A quality,file=release.yaml::auc is low%0Afix: Train longer.",
    "::warning title=churn 2.3.0%3A quality,file=release.yaml::too few rows%0Afix: Train longer.",
  ]);
});

test("a notice stands on its line where that is known, and on no file where it is about none", () => {
  annotateNotices([
    { ...notice("error", "auc is low"), line: 14 },
    { ...notice("error", "no comment"), file: null },
  ]);
  expect(written()).toEqual([
    "::error title=churn 2.3.0%3A quality,file=release.yaml,line=14::auc is low%0Afix: Train longer.",
    "::error title=churn 2.3.0%3A quality::no comment%0Afix: Train longer.",
  ]);
});

test.each([
  [10, 10, false],
  [11, 10, true],
])("of %d errors %d are shown, and whether there are more is said: %s", (count, shown, isMore) => {
  annotateNotices(Array.from({ length: count }, (_, index) => notice("error", `number ${index}`)));
  expect(written()).toHaveLength(shown);
  expect(written().at(-1)?.endsWith("(and 1 more in the log)")).toBe(isMore);
});

test("a text with a command in it is text", () => {
  annotateNotices([notice("error", "low\n::error::pwned")]);
  expect(written()[0]).toContain("low%0A::error::pwned");
});
