import { summary } from "@actions/core";

/** Adds to the page of the job that this step belongs to. */
export async function summarize(markdown: string): Promise<void> {
  await summary.addRaw(markdown, true).write();
}
