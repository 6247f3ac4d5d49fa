import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import type { SliceQuality } from "../../../shared/evidence/quality.ts";
import { Failure } from "../../../shared/failure.ts";
import type { JudgedGate, Reason } from "../../../shared/gate/verdict.ts";
import { renderComment, renderSummary } from "../../../shared/report/comment.ts";
import type { ReleaseReport } from "../../../shared/report/report.ts";
import { barChart } from "../../../shared/report/sections/chart.ts";
import { allGatesFold, objectionList } from "../../../shared/report/sections/gates.ts";
import { reproduceFold } from "../../../shared/report/sections/reproduce.ts";
import { slicesLine } from "../../../shared/report/sections/slices.ts";
import { evidence, metric, quality } from "../gate/good.ts";
import { RUN, releaseOf, told } from "./told.ts";

describe("the command that reproduces it", () => {
  const commandFor = (path: string): string => reproduceFold(releaseOf({ path }), RUN).split("\n").at(-4)!;

  test("is one line with what was compared", () => {
    expect(commandFor("churn/release.yaml")).toBe(
      `model-release validate churn/release.yaml --champion ${RUN.base} --runtime tensorflow`,
    );
  });

  test.each([
    "a b/release.yaml",
    "it's/release.yaml",
    "$(id)/release.yaml",
    "`id`;id/release.yaml",
    "a'\"\\/release.yaml",
  ])("hands %s to the command as it is", (path) => {
    const words = execFileSync("sh", ["-c", `printf '%s\\n' ${commandFor(path)}`], { encoding: "utf8" });
    expect(words.split("\n")[2]).toBe(path);
  });

  test("takes no path for an option", () => {
    expect(commandFor("-x/release.yaml")).toContain(" validate ./-x/release.yaml ");
  });
});

describe("a picture", () => {
  const drawn = (bars: readonly number[]): string => barChart({ title: "t", labels: bars.map(String), bars });

  test.each([
    ["small numbers have no powers of ten", [1e-7, 2.5e-5], "bar [0.0000001, 0.000025]"],
    ["nothing below nothing", [-1e-30, 0], "bar [0, 0]"],
    ["an axis has some length", [0, 0], "y-axis 0 --> 1"],
    ["losses hang down", [-0.5, -0.25], "y-axis -0.5 --> 0"],
  ])("%s", (_, bars, line) => {
    expect(drawn(bars)).toContain(line);
  });

  test.each([[[Number.NaN, 1]], [[Number.POSITIVE_INFINITY]], [[1e21]], [[]]])("of %j there is none", (bars) => {
    expect(drawn(bars)).toBe("");
  });

  test("its words cannot end it", () => {
    expect(barChart({ title: 'a"\n```\nb', labels: ['"]\nbar'], bars: [1] }).split("\n")).toHaveLength(7);
  });
});

describe("slices at a glance", () => {
  const slice = (predicate: string, lossPValue: number | null): SliceQuality => ({
    ...quality.slices[0]!,
    predicate,
    lossPValue,
    metrics: { auc: metric({ difference: -0.03 }) },
  });
  const reason = (rule: string, status: Reason["status"]): Reason => ({
    rule,
    status,
    measured: 0,
    limit: 0,
    message: "m",
  });
  const with_ = (slices: readonly SliceQuality[], reasons: readonly Reason[]): ReleaseReport => {
    const release = releaseOf({ evidence: { ...evidence, quality: { ...quality, slices } } });
    const gates = release.verdict.gates.map(
      (gate): JudgedGate => (gate.gate === "slices" ? { ...gate, reasons } : gate),
    );
    return { ...release, verdict: { ...release.verdict, gates } };
  };

  test("count what was tested, and name the worst", () => {
    const release = with_(
      [slice("a", 0.01), slice("b", 0.5), slice("c", null)],
      [reason("a", "fail"), reason("b", "warn")],
    );
    expect(slicesLine(release)).toBe(
      "**Slices**: 2 tested, 1 worse than allowed, 1 worse, perhaps by chance, 1 too small to be tested; most is lost by `a`: auc −0.030",
    );
  });

  test("where the gate's reasons are cut, those that were tested and not named have passed", () => {
    const release = with_(
      [slice("a", 0.01), slice("b", 0.5), slice("c", null)],
      [reason("a", "fail"), reason("more", "warn")],
    );
    expect(slicesLine(release)).toContain("2 tested, 1 worse than allowed, 1 too small");
  });

  test("say nothing where there are none", () => {
    expect(slicesLine(with_([], []))).toBeNull();
  });
});

test("of a gate's reasons the first is shown at once, the others in its row", () => {
  const reasons = ["one", "two"].map(
    (message): Reason => ({ rule: "r", status: "fail", measured: 1, limit: 0, message, fix: "Do." }),
  );
  const release = releaseOf();
  const gates = [{ gate: "load", level: "block", status: "fail", reasons }] as const;
  const judged = { ...release, verdict: { ...release.verdict, gates } };
  const length = { message: 100, fix: 100 };
  expect(objectionList(judged, length)).toBe("- ❌ **load** fails: one<br>and 1 more, below<br>→ Do.");
  expect(allGatesFold(judged, length)).toContain("| ❌ load | fail | ❌ one → Do.<br>❌ two → Do. |");
});

test("of many problems the comment shows some, the summary all", () => {
  const problems = Array.from({ length: 40 }, (_, line) => ({
    file: "r.yaml",
    line,
    column: 1,
    message: `m${line}x`,
    fix: "f",
  }));
  const failure = new Failure("manifest-invalid", "m", { fix: "f", problems });
  const report = told({ releases: [], failures: [{ path: "r.yaml", failure }] });
  expect(renderComment(report)).toContain("and 34 more problems");
  expect(renderSummary(report)).toContain("m39x");
});
