import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "puppeteer-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export interface Opened {
  readonly page: Page;
  /** Requests, errors, dialogs and what the policy refused. */
  readonly troubles: readonly string[];
}

/** A file in the browser, watched from the first byte on. */
export async function openPage(browser: Browser, file: string): Promise<Opened> {
  const address = pathToFileURL(file).href;
  const troubles: string[] = [];
  const page = await browser.newPage();
  page.on("console", (message) => troubles.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => troubles.push(`error: ${String(error)}`));
  page.on(
    "request",
    (request) => request.url() === address || troubles.push(`request: ${request.url().slice(0, 200)}`),
  );
  page.on("dialog", (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    dialog.dismiss().catch(() => {});
  });
  await page.evaluateOnNewDocument(
    "addEventListener('securitypolicyviolation', (event) => console.error('refused: ' + event.effectiveDirective))",
  );
  await page.goto(address);
  // What a page does of itself it has done once it has been painted.
  await page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))");
  return { page, troubles };
}

/** What keeps somebody from using it. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations } = (await page.evaluate("axe.run(document, { resultTypes: ['violations'] })")) as AxeResults;
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html }) => html.slice(0, 160))
        .join(" | ")}`,
  );
}
