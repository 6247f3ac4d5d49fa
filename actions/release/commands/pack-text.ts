import { plain } from "../../../shared/action/terminal.ts";
import type { Style } from "../../../shared/ports/style.ts";

/** What became of the manifest. */
export interface Packed {
  readonly schema: "model-release/pack/v1";
  readonly manifest: string;
  readonly outcome: "written" | "refreshed" | "unchanged";
  readonly digest: string;
  readonly changes: readonly string[];
  readonly warnings: readonly string[];
}

export function packText({ outcome, changes, warnings }: Packed, title: string, style: Style): string {
  const said = {
    written: "written; look for TODO, which only a person can fill in",
    refreshed: "refreshed",
    unchanged: "already says what the artifact is",
  }[outcome];
  return [
    `${style.bold(plain(title))} ${said}`,
    ...changes.map((change) => `  ${plain(change)}`),
    ...warnings.map((warning) => `  ${style.yellow("warning")} ${plain(warning, 500)}`),
  ].join("\n");
}
