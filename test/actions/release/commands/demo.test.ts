import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { StoryLine } from "../../../../shared/report/html/story/story.ts";
import { git } from "../../../contract/git-repository.ts";
import { project } from "../../../repo/project.ts";
import { closeBrowser, testInBrowser } from "../../../report-page/browser.ts";
import { openPage, violationsOf } from "../../../report-page/opened-page.ts";
import { call } from "../call.ts";

interface Told {
  readonly page: string;
  readonly folder: string;
  readonly rollbackMs: number;
  readonly customers: { readonly answers: number; readonly errors: number };
  readonly steps: readonly { readonly title: string; readonly seconds: number; readonly lines: readonly StoryLine[] }[];
  readonly ledger: readonly { readonly version: string; readonly event: string; readonly reason: string | null }[];
}

/** All folds of one chapter, the one with a champion: they are alike. */
const OPEN = `document.querySelectorAll("#s2 details:not(.numbers)").forEach((each) => { each.open = true; })`;

/** Shared with the rest of the suite, two cores may take several times as long as alone. */
const PATIENCE_MS = 600_000;

const scratch = mkdtempSync(join(tmpdir(), "demo-test-"));
const home = join(scratch, "home");
const temporary = join(scratch, "tmp");
let told: Told;
let said: string;

/** As on the machine of somebody who has never said who they are to Git, and signs all they commit with a lost key. */
function started(...words: readonly string[]): ChildProcess {
  const environment = {
    PATH: process.env.PATH,
    HOME: home,
    TMPDIR: temporary,
    GIT_CONFIG_GLOBAL: join(scratch, "config"),
  };
  const main = join(project, "actions/release/main.ts");
  return spawn(process.execPath, [main, "demo", ...words], {
    cwd: scratch,
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

beforeAll(async () => {
  mkdirSync(home);
  mkdirSync(temporary);
  writeFileSync(join(scratch, "config"), "[commit]\n\tgpgsign = true\n[gpg]\n\tprogram = /bin/false\n");
  const child = started("--json", "--keep", "--out", "story");
  const [out, errors] = [child.stdout!, child.stderr!].map((stream) => stream.setEncoding("utf8").toArray());
  const [code] = await once(child, "exit");
  said = (await errors!).join("");
  expect(code, said).toBe(0);
  told = JSON.parse((await out!).join("")) as Told;
}, PATIENCE_MS);

afterAll(async () => {
  await closeBrowser();
  rmSync(scratch, { recursive: true, force: true });
});

/** What the step tells under a name. */
function lines(step: number, label: string): readonly string[] {
  return told.steps[step - 1]!.lines.filter((line) => line.label === label).map(({ text }) => text);
}

/** What the ledger tells of a version, one attempt after another. */
function events(version: string): readonly string[] {
  return told.ledger.filter((line) => line.version === version).map(({ event }) => event);
}

const UPLOADED = ["intent", "uploaded", "registered", "staged", "deployed"];

describe("the demo", () => {
  test("promotes a first release, of which only floors are asked", () => {
    expect(lines(1, "check")[0]).toMatch(/^✓ pass, after \d+\.\d s$/);
    expect(events("1.0.0").slice(0, 6)).toEqual([...UPLOADED, "healthy"]);
    expect(lines(1, "served")).toEqual(["churn 1.0.0 at 100 %"]);
  });

  test("blocks one that is better on average and worse for some", () => {
    expect(lines(2, "check")[0]).toMatch(/^✕ fail/);
    expect(lines(2, "merge")).toEqual(["blocked: #2 stays open, and nothing has reached the cloud"]);
    expect(events("1.1.0")).toEqual([]);
  });

  test("takes back by itself what passed and breaks in the canary, proposes the revert, and changes nothing by its merge", () => {
    expect(lines(3, "check")[0]).toMatch(/^✓ pass/);
    expect(events("1.2.0").slice(0, 8)).toEqual([...UPLOADED, "shifted", "restored", "bad"]);
    expect(lines(3, "canary")[0]).toMatch(
      /^20 %: .*were errors: \d+ × 4xx; of the champion's, asked at the same time, 0 of/,
    );
    expect(lines(3, "restored")[0]).toMatch(/^by itself, \d+\.\d s after the first customers met 1\.2\.0$/);
    expect(lines(3, "merge")[1]).toBe("#4 is merged: 1.0.0 is served already, and the endpoint is not written to");
    expect(lines(3, "served")).toEqual(["churn 1.0.0 at 100 %"]);
    expect(told.customers.errors).toBeGreaterThan(0);
  });

  test("promotes a good one step by step", () => {
    expect(events("1.3.0")).toEqual([...UPLOADED, "shifted", "shifted", "healthy"]);
    expect(lines(4, "canary").map((line) => line.split(":", 1)[0])).toEqual(["20 %", "50 %"]);
    expect(lines(4, "served")).toEqual(["churn 1.3.0 at 100 %"]);
  });

  test("rolls back by git revert, in exactly one write", () => {
    expect(events("1.0.0").slice(6)).toEqual(["intent", "rolledBack"]);
    expect(lines(5, "rollback")).toEqual([
      `one write at the endpoint, ${told.rollbackMs} ms from the lease to reading it back`,
    ]);
    expect(told.rollbackMs).toBeGreaterThan(0);
    expect(lines(5, "served")).toEqual(["churn 1.0.0 at 100 %"]);
  });

  test("leaves a repository whose history is sound, with each merge and both reverts in it", async () => {
    const checkout = join(told.folder, "models");
    expect((await call(checkout, "verify")).exitCode).toBe(0);
    const subjects = git(checkout, ["log", "--first-parent", "--format=%s", "main"]).trim().split("\n");
    expect(subjects).toEqual([
      "Merge pull request #6 from take-back-churn-1.3.0",
      "Merge pull request #5 from churn-1.3.0",
      expect.stringMatching(/^Merge pull request #4 from model-release\/revert-churn-/),
      "Merge pull request #3 from churn-1.2.0",
      "Merge pull request #1 from churn-1.0.0",
      "A repository for our models",
    ]);
    expect(git(checkout, ["log", "-1", "--format=%s", "main^2"]).trim()).toMatch(/^Revert "Merge pull request #5/);
  });

  test("touches nothing but its two folders", () => {
    expect(readdirSync(home)).toEqual([]);
    expect(readdirSync(temporary)).toEqual([told.folder.split("/").at(-1)]);
    expect(readdirSync(scratch).toSorted()).toEqual(["config", "home", "story", "tmp"]);
  });

  test("says what goes on while one waits", () => {
    expect(said).toContain("… loading the model in three fresh processes");
  });
});

describe("its page", () => {
  test("lets in its own style by hash, runs nothing, and leads to reports that are there", () => {
    const page = readFileSync(told.page, "utf8");
    const [, style] = /<style>([\s\S]*?)<\/style>/.exec(page)!;
    expect(page).toContain(`style-src &#39;sha256-${createHash("sha256").update(style!).digest("base64")}&#39;`);
    expect(page).not.toMatch(/<script(?! type="application\/json")|\s(?:style|src|srcset|on\w+)=/);
    const links = Array.from(page.matchAll(/href="(?!#)([^"]*)"/g), ([, link]) => link!);
    expect(links).toHaveLength(5);
    expect(links.filter((link) => !existsSync(join(scratch, "story", link)))).toEqual([]);
  });

  testInBrowser("can be used by everybody, on a desk and a phone, in light and dark", async (browser) => {
    const { page, troubles } = await openPage(browser, told.page);
    for (const [width, scheme] of [
      [1280, "light"],
      [320, "dark"],
    ] as const) {
      await page.setViewport({ width, height: 900 });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      await page.evaluate(OPEN);
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
      expect(await violationsOf(page)).toEqual([]);
    }
    expect(troubles).toEqual([]);
  });
});

describe("what a person reads of it", () => {
  test("is as .github/docs/demo.txt shows it", () => {
    const capture = readFileSync(join(project, ".github/docs/demo.txt"), "utf8").split("\n");
    const heads = capture.flatMap((line) => {
      const [, title] = /^\d {2}(.*)$/.exec(line) ?? [];
      const [, label] = /^ {3}(\w[\w ]*?) {2,}\S/.exec(line) ?? [];
      return title ?? label ?? [];
    });
    const labels = told.steps.flatMap(({ title, lines: own }) => [title, ...own.flatMap(({ label }) => label || [])]);
    expect(heads).toEqual(labels);
  });
});

describe("an interruption", () => {
  test("ends it at once, and leaves nothing behind", { timeout: PATIENCE_MS }, async () => {
    const before = readdirSync(temporary);
    const child = started("--out", "unfinished");
    const ended = once(child, "exit");
    const errors = child.stderr!.setEncoding("utf8").toArray();
    for await (const line of createInterface(child.stdout!)) {
      if (!line.includes("#1  Release churn 1.0.0")) continue;
      // As npm does, which passes on what a terminal has sent to everybody.
      child.kill("SIGINT");
      child.kill("SIGINT");
    }
    expect(await ended).toEqual([4, null]);
    expect((await errors).join("")).toContain("[interrupted] The demo was interrupted in step 1.");
    expect(readdirSync(temporary)).toEqual(before);
    expect(existsSync(join(scratch, "unfinished"))).toBe(false);
  });
});
