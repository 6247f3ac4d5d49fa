import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, launch } from "puppeteer-core";
import { test } from "vitest";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/** Chromium: the one that MODEL_RELEASE_CHROMIUM names has to be there; elsewhere there may or may not be one. */
const path = process.env.MODEL_RELEASE_CHROMIUM ?? findOnPath();

let open: Promise<Browser> | undefined;

/** A test in a real browser; it is counted as skipped, and says why, where there is none. */
export function testInBrowser(title: string, run: (browser: Browser) => Promise<void>): void {
  if (path === undefined)
    test.skip(`${title} (needs Chromium: apt-get install chromium, or set MODEL_RELEASE_CHROMIUM)`, () => {});
  else
    test(title, async () => {
      open ??= openBrowser(path);
      await run(await open);
    });
}

export async function closeBrowser(): Promise<void> {
  await (await open)?.close();
}

/** As root there is no sandbox, and in a container little shared memory. Over a pipe, it ends with whoever started it. */
function openBrowser(executablePath: string): Promise<Browser> {
  return launch({
    executablePath,
    headless: true,
    pipe: true,
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
  });
}

function findOnPath(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
