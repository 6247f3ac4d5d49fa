import type { Chain } from "../../../ledger/chain.ts";
import type { LedgerLine } from "../../../ledger/line.ts";
import type { ReleaseReport } from "../../report.ts";

/** What became of one endpoint's releases, told from the first to the last. */
export interface Story {
  readonly title: string;
  /** What is said of it all at once. */
  readonly summary: string;
  readonly headlines: readonly (readonly [name: string, value: string])[];
  readonly chapters: readonly Chapter[];
  /** The whole ledger of the endpoint. */
  readonly chain: Chain;
}

export interface Chapter {
  readonly title: string;
  readonly about: string;
  readonly seconds: number;
  readonly lines: readonly StoryLine[];
  /** Null where nothing was proposed that has to be measured. */
  readonly release: ReleaseReport | null;
  /** Where its whole report lies, beside the page. */
  readonly reportHref: string | null;
  /** What the ledger tells of it. */
  readonly entries: readonly LedgerLine[];
}

/** What a person sees, under a name: what follows without one belongs to it, too. */
export interface StoryLine {
  readonly label: string;
  readonly text: string;
  readonly tone: "good" | "bad" | "plain";
}
