import type { Files } from "../../shared/ports/files.ts";
import { renderCard } from "../../shared/report/card.ts";
import { renderComment } from "../../shared/report/comment.ts";
import { renderPage } from "../../shared/report/html/page.ts";
import type { Report } from "../../shared/report/report.ts";
import { statementOf, statementText } from "../../shared/report/statement.ts";

interface Ports {
  readonly files: Files;
  readonly makeFolder: (path: string) => Promise<void>;
}

/** The page by its whole path, and the comment beside it. */
export async function writePage(report: Report, page: string, { files, makeFolder }: Ports): Promise<void> {
  const beside = page.slice(0, page.lastIndexOf("/"));
  await makeFolder(beside);
  await files.write(`${beside}/comment.md`, renderComment(report));
  await files.write(page, renderPage(report));
}

/** What goes with each release, into the folder of its evidence. */
export async function writeCards(report: Report, folders: readonly string[], { files }: Ports): Promise<void> {
  for (const [place, release] of report.releases.entries()) {
    const folder = folders[place]!;
    await files.write(`${folder}/card.md`, renderCard(release, report.run));
    await files.write(`${folder}/statement.json`, statementText(statementOf(release, report.run)));
  }
}
