import type { Files } from "../../shared/ports/files.ts";
import { releasePages, reportPages } from "../../shared/report/pages.ts";
import type { Report } from "../../shared/report/report.ts";

interface Ports {
  readonly files: Files;
  readonly makeFolder: (path: string) => Promise<void>;
}

/** The page by its whole path, and the comment beside it. */
export async function writePage(report: Report, page: string, { files, makeFolder }: Ports): Promise<void> {
  const beside = page.slice(0, page.lastIndexOf("/"));
  const pages = reportPages(report);
  await makeFolder(beside);
  await files.write(`${beside}/comment.md`, pages["comment.md"]);
  await files.write(page, pages["report.html"]);
}

/** What goes with each release, into the folder of its evidence. */
export async function writeCards(report: Report, folders: readonly string[], { files }: Ports): Promise<void> {
  for (const [place, release] of report.releases.entries()) {
    const pages = releasePages(release, report.run);
    for (const [name, text] of Object.entries(pages)) await files.write(`${folders[place]!}/${name}`, text);
  }
}
