import type { Files } from "../../shared/ports/files.ts";
import { renderCard } from "../../shared/report/card.ts";
import { renderComment } from "../../shared/report/comment.ts";
import { renderPage } from "../../shared/report/html/page.ts";
import type { Report } from "../../shared/report/report.ts";
import { statementOf, statementText } from "../../shared/report/statement.ts";

/** Where the files go, by their whole paths. */
export interface Pages {
  /** The page; the comment lies beside it. */
  readonly page: string;
  /** Where the card of each release goes, in their order. */
  readonly folders: readonly string[];
}

interface Ports {
  readonly files: Files;
  readonly makeFolder: (path: string) => Promise<void>;
}

/** What a person may want to open, keep or attach to a release. */
export async function writePages(
  report: Report,
  { page, folders }: Pages,
  { files, makeFolder }: Ports,
): Promise<void> {
  const beside = page.slice(0, page.lastIndexOf("/"));
  await makeFolder(beside);
  await files.write(`${beside}/comment.md`, renderComment(report));
  for (const [place, release] of report.releases.entries()) {
    const folder = folders[place]!;
    await files.write(`${folder}/card.md`, renderCard(release, report.run));
    await files.write(`${folder}/statement.json`, statementText(statementOf(release, report.run)));
  }
  await files.write(page, renderPage(report));
}
