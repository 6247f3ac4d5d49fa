import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// Usage: npm test -- [--no-skips] [vitest arguments]. The last line counts what the runner itself reported.

interface RunnerReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numFailedTestSuites: number;
  readonly testResults: readonly { readonly assertionResults: readonly Assertion[] }[];
}

interface Assertion {
  readonly status: string;
  readonly fullName: string;
}

const given = process.argv.slice(2);
const mayNotSkip = given.includes("--no-skips");
const report = runVitest(given.filter((argument) => argument !== "--no-skips"));
const skipped = report.numPendingTests + report.numTodoTests;
// A suite that cannot even be collected has no tests to count, and is a failure all the same.
const failed = Math.max(report.numFailedTests, report.numFailedTestSuites > 0 ? 1 : 0);
if (skipped > 0) listSkipped(report);
if (failed > 0 || (mayNotSkip && skipped > 0)) process.exitCode = 1;
console.log(`${report.numPassedTests} passed, ${failed} failed, ${skipped} skipped`);

function runVitest(options: readonly string[]): RunnerReport {
  const folder = mkdtempSync(join(tmpdir(), "model-release-test-"));
  const file = join(folder, "report.json");
  try {
    const vitest = join(import.meta.dirname, "../../node_modules/vitest/vitest.mjs");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    spawnSync(process.execPath, [vitest, "run", ...reporters, ...options], { stdio: "inherit" });
    return JSON.parse(readFileSync(file, "utf8")) as RunnerReport;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function listSkipped({ testResults }: RunnerReport): void {
  console.log(mayNotSkip ? "\nSKIPPED, and this run may skip nothing:" : "\nSKIPPED on this machine:");
  for (const { assertionResults } of testResults) {
    for (const { status, fullName } of assertionResults) {
      if (status === "pending" || status === "skipped" || status === "todo") console.log(`  ${fullName}`);
    }
  }
}
