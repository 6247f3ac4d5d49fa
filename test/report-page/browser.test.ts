import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, expect } from "vitest";
import { renderPage } from "../../shared/report/html/page.ts";
import { type Report, reportOf } from "../../shared/report/report.ts";
import { closeBrowser, testInBrowser } from "./browser.ts";
import { HOSTILE, hostileReport } from "./hostile-text.ts";
import { type Opened, openPage, violationsOf } from "./opened-page.ts";
import { sampleReports } from "./sample-reports.ts";

const folder = mkdtempSync(join(tmpdir(), "report-page-"));
const shots = process.env.MODEL_RELEASE_SCREENSHOTS ?? folder;

const VIEWS = [
  { name: "desktop", width: 1280, scheme: "light" },
  { name: "dark", width: 1280, scheme: "dark" },
  { name: "phone", width: 375, scheme: "light" },
  { name: "phone-dark", width: 320, scheme: "dark" },
] as const;

/** All folds, and of the charts' numbers those of one: they are alike. */
const OPEN = `document.querySelectorAll("details:not(.numbers), .plot:first-child > .numbers").forEach((each) => { each.open = true; })`;

/** In each, every field has another text: all texts have been in many fields. */
const PARSED_PAGES = 48;

let reports: Readonly<Record<string, Report>> = {};

beforeAll(async () => {
  reports = await sampleReports();
});

afterAll(async () => {
  await closeBrowser();
  rmSync(folder, { recursive: true, force: true });
});

const [desktop, dark, phone, darkPhone] = VIEWS;

for (const [name, views] of [
  ["failing", [desktop, dark, phone, darkPhone]],
  ["first", [desktop, darkPhone]],
  ["several", [dark, phone]],
] as const) {
  testInBrowser(
    `a page of a ${name} report can be used by everybody, in light and dark, on a desk and a phone`,
    async (browser) => {
      const { page, troubles } = await opened(browser, name, renderPage(reports[name]!));
      for (const view of views) {
        await page.setViewport({ width: view.width, height: 900 });
        await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: view.scheme }]);
        await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = false; })");
        await page.screenshot({ path: join(shots, `${name}-${view.name}.png`), fullPage: true });
        await page.evaluate(OPEN);
        expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
        expect(await violationsOf(page)).toEqual([]);
      }
      expect(troubles).toEqual([]);
    },
  );
}

testInBrowser("a page prints with its folds open", async (browser) => {
  const { page } = await opened(browser, "print", renderPage(reports.failing!));
  const areSeen = `Array.from(document.querySelectorAll(".within"), (each) => each.checkVisibility())`;
  expect(new Set((await page.evaluate(areSeen)) as boolean[])).toEqual(new Set([false]));
  await page.emulateMediaType("print");
  await page.waitForFunction(`${areSeen}.every((isSeen) => isSeen)`);
  const pdf = await page.pdf({ path: join(shots, "failing.pdf"), format: "A4" });
  expect(pdf.length).toBeGreaterThan(50_000);
});

testInBrowser("the first key leads past the contents, and tables can be scrolled by keyboard", async (browser) => {
  const { page } = await opened(browser, "keys", renderPage(reports.failing!));
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.className")).toBe("skip");
  await page.keyboard.press("Enter");
  expect(await page.evaluate("document.activeElement.id")).toBe("main");
  expect(
    await page.evaluate("Array.from(document.querySelectorAll('.scroll')).every((each) => each.tabIndex === 0)"),
  ).toBe(true);
});

testInBrowser(
  "hostile text is text: nothing runs, nothing is asked for, nothing is complained about",
  async (browser) => {
    const releases = inChunks(HOSTILE, 40).flatMap((texts) => hostileReport(reports, () => texts.join(" ")).releases);
    const { failures, run } = hostileReport(reports, () => HOSTILE.at(-1)!);
    const { page, troubles } = await opened(
      browser,
      "hostile",
      renderPage({ ...reports.failing!, releases, failures, run }),
    );
    await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
    await page.evaluate("document.querySelectorAll('a, summary, [tabindex]').forEach((each) => each.focus())");
    expect(await page.evaluate("typeof window.ran")).toBe("undefined");
    expect(troubles).toEqual([]);
  },
);

testInBrowser("a real parser finds the same elements and attributes, whatever anybody wrote", async (browser) => {
  const page = await browser.newPage();
  const known = new Set(
    await shapesOf(
      page,
      ["text", ""].map((text) => renderPage(hostileReport(reports, () => text))),
    ),
  );
  let next = 0;
  const nextText = (): string => HOSTILE[next++ % HOSTILE.length]!;
  const pages = Array.from({ length: PARSED_PAGES }, () => renderPage(hostileReport(reports, nextText)));
  expect((await shapesOf(page, pages)).filter((shape) => !known.has(shape))).toEqual([]);
  expect(next).toBeGreaterThan(10 * HOSTILE.length);
});

testInBrowser("the watch over a page sees what a page must not do", async (browser) => {
  const page = renderPage(reportOf({ releases: [], failures: [], run: null }));
  const planted = page.replace(
    "</main>",
    '<img src="https://evil.example/p.png"><p style="color: red">x</p><script>window.ran = 1</script></main>',
  );
  const { troubles } = await opened(browser, "planted", planted);
  const seen = ["img-src", "style-src-attr", "script-src-elem"].filter((name) =>
    troubles.some((trouble) => trouble.includes(name)),
  );
  expect(seen).toHaveLength(3);
});

async function opened(browser: Browser, name: string, html: string): Promise<Opened> {
  const file = join(folder, `${name}.html`);
  writeFileSync(file, html);
  return openPage(browser, file);
}

function inChunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}

/** Each kind of element with the names of its attributes, in all pages. */
async function shapesOf(page: Page, pages: readonly string[]): Promise<readonly string[]> {
  const shapes = new Function(
    "pages",
    `return [...new Set(pages.flatMap((text) => {
    const { documentElement } = new DOMParser().parseFromString(text, "text/html");
    return Array.from(documentElement.querySelectorAll("*"), ({ tagName, attributes }) =>
      [tagName, ...Array.from(attributes, ({ name }) => name)].join(" "));
  }))];`,
  ) as (pages: readonly string[]) => readonly string[];
  return page.evaluate(shapes, pages);
}
