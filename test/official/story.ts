import { readFileSync } from "node:fs";
import { join } from "node:path";

/** One thing that is asked of a cloud through Google's own clients, and what must come of it. */
export interface Step {
  readonly title: string;
  readonly service: "storage" | "endpoints" | "models" | "predictions";
  readonly method: string;
  /** In the protocol's own JSON form; `${etag-N}` is the Nth etag that was told. */
  readonly request: Readonly<Record<string, unknown>>;
  readonly isOperation?: boolean;
  readonly isList?: boolean;
  /** As gRPC names it; Cloud Storage's by its HTTP status. */
  readonly code: string;
  /** By paths into the answer: `[]list.field` is one for each of a list. */
  readonly told?: Readonly<Record<string, unknown>>;
}

/** What came of a step. */
export interface Told {
  readonly title: string;
  readonly code: string;
  readonly told: Readonly<Record<string, unknown>>;
}

export const STORY = join(import.meta.dirname, "story.json");

export function storySteps(): readonly Step[] {
  return JSON.parse(readFileSync(STORY, "utf8"));
}

export function expectedTelling(): readonly Told[] {
  return storySteps().map(({ title, code, told = {} }) => ({ title, code, told }));
}
