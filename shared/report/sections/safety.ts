import { count } from "../../release/quantities.ts";
import { code, type Inline, joined, md, text } from "../escape.ts";
import { type Block, fold, list, NOTHING } from "../markdown.ts";
import type { ReleaseReport } from "../report.ts";

/** What in the artifact reaches beyond the process that serves it, and the way there. */
export function safetyFold({ evidence: { safety } }: ReleaseReport, most: number): Block {
  const { findings } = safety;
  if (findings.length === 0) return NOTHING;
  const rest = findings.length - most;
  return fold(
    `Safety: ${count(findings.length, "finding")}`,
    list([
      ...findings.slice(0, most).map(({ operator, node, file, path, reason, fix }) => {
        const what = file ?? operator ?? node ?? "the graph";
        return md`${code(what)}${way([...path, node ?? ""])}: ${text(reason)} → ${text(fix)}`;
      }),
      ...(rest > 0 ? [md`and ${text(count(rest, "more finding"))}`] : []),
    ]),
  );
}

function way(steps: readonly string[]): Inline {
  const shown = steps.filter((step) => step !== "").slice(0, 12);
  if (shown.length === 0) return md``;
  return md`, by ${joined(
    shown.map((step) => code(step)),
    md` → `,
  )}`;
}
