import type { Files } from "../../../../shared/ports/files.ts";
import type { Stage } from "../../../../shared/ports/stage.ts";
import { renderStory } from "../../../../shared/report/html/story-page.ts";
import type { Play, Played } from "./play.ts";

interface Leaving {
  readonly out: string;
  readonly seconds: number;
  readonly stage: Pick<Stage, "customers" | "makeFolder">;
  readonly files: Files;
}

const MAX_REPORT_BYTES = 2 ** 24;

/** The story as one page, with the reports that it names beside it; what comes back is where it lies. */
export async function leavePage({ acts, memory }: Play, { out, seconds, stage, files }: Leaving): Promise<string> {
  await stage.makeFolder(`${out}/reports`);
  const chapters = [];
  for (const act of acts) chapters.push({ ...act, reportHref: await copyReport(act, out, files) });
  const { answers, errors } = stage.customers.met();
  const page = `${out}/story.html`;
  const story = {
    title: "A story of releases",
    summary:
      "Four releases of one model, told by a repository, a local cloud and customers who never stop asking. One is blocked, one breaks and is taken back by itself, one goes live step by step, and git revert brings the one before back.",
    headlines: [
      ["played in", `${seconds.toFixed(0)} s`],
      ["rollback by git revert", `${memory.rollbackMs ?? "?"} ms, one write`],
      ["customers answered", String(answers)],
      ["customers who met an error", String(errors)],
    ] as const,
    chapters,
    chain: memory.chain,
  };
  await files.write(page, renderStory(story));
  return page;
}

async function copyReport({ folder, release }: Played, out: string, files: Files): Promise<string | null> {
  if (folder === null || release === null) return null;
  const href = `reports/${folder.split("/").at(-1)}.html`;
  const report = new TextDecoder().decode(await files.read(`${folder}/report.html`, MAX_REPORT_BYTES));
  await files.write(`${out}/${href}`, report);
  return href;
}
