import { Failure } from "../../../../shared/failure.ts";
import type { Chain } from "../../../../shared/ledger/chain.ts";
import type { Stage } from "../../../../shared/ports/stage.ts";
import type { ReleaseReport } from "../../../../shared/report/report.ts";
import type { CommandPorts } from "../command.ts";

/** One step of the demo: what is done, and that it ends as it should. */
export interface Act {
  readonly title: string;
  /** What it is about, before anything happens. */
  readonly about: string;
  readonly play: (scene: Scene) => Promise<void>;
}

export type Tone = "good" | "bad" | "plain";

/** What an act is played with, and what it leaves behind. */
export interface Scene {
  readonly stage: Stage;
  /** A command's, seen from the stage. */
  readonly ports: CommandPorts;
  /** Where each validation's folder goes. */
  readonly reports: string;
  readonly memory: Memory;
  /** One line of what a person would see on GitHub, under a name. */
  tell(label: string, text: string, tone?: Tone): void;
  /** Lines as they are: a comment, a table. */
  show(lines: readonly string[]): void;
  /** A release as the page has it. */
  keep(report: KeptReport): void;
}

/** What one act knows of those before. */
export interface Memory {
  pullRequests: number;
  chain: Chain;
  /** How many customers had met one when the bad release was gone. */
  errors: number;
  /** From the lease to the first look at what was written. */
  rollbackMs: number | null;
}

export interface KeptReport {
  readonly release: ReleaseReport;
  /** The folder of its validation. */
  readonly folder: string;
}

/** The script of the demo: whatever goes otherwise than it says is our own mistake. */
export function expectThat(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Failure("internal", `it was expected that ${what}`, { fix: "Report this." });
}
