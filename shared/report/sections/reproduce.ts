import { isMeasured } from "../../evidence/evidence.ts";
import { type Block, fence, fold } from "../markdown.ts";
import type { ReleaseReport, Run } from "../report.ts";

/** One command, in a checkout of the head. */
export function reproduceFold(release: ReleaseReport, run: Run | null): Block {
  return fold("Reproduce on your machine", fence("sh", reproduceCommand(release, run)));
}

export function reproduceCommand({ path, champion, evidence: { runtime } }: ReleaseReport, run: Run | null): string {
  const against = champion === null || run?.base == null ? [] : ["--champion", run.base];
  const by = isMeasured(runtime) ? ["--runtime", runtime.name] : [];
  // What begins like an option is none.
  const manifest = path.startsWith("-") ? `./${path}` : path;
  return ["model-release", "validate", manifest, ...against, ...by].map(word).join(" ");
}

/** A word as a shell reads it back. */
function word(text: string): string {
  return /^[\w./:@=+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
