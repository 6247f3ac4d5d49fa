import { plain } from "../../../shared/action/terminal.ts";
import type { Style } from "../../../shared/ports/style.ts";

/** What a repository was begun with. */
export interface Begun {
  readonly schema: "model-release/init/v1";
  /** The SavedModel's folder. */
  readonly model: string;
  readonly digest: string;
  readonly written: readonly string[];
  /** They were there, and are as they were. */
  readonly kept: readonly string[];
  /** What only a person can do. */
  readonly left: readonly string[];
}

export function begunText({ model, written, kept, left }: Begun, style: Style): string {
  return [
    `${style.bold(plain(model))} is the model`,
    ...written.map((path) => `  ${style.green("written")} ${plain(path)}`),
    ...kept.map((path) => `  ${style.dim("kept")}    ${plain(path)}, which was there`),
    "what is left for you",
    ...left.map((what) => `  - ${plain(what, 500)}`),
  ].join("\n");
}
