import type { Chain } from "../../ledger/chain.ts";
import type { LedgerEntry } from "../../ledger/line.ts";
import { type Storyteller, storyteller } from "../storyteller/storyteller.ts";
import type { StoryWords } from "../storyteller/telling.ts";
import type { DeliveryPorts } from "./ports.ts";

/** The story for people: in the log, and where a forge shows it. */
export interface Telling {
  /** The lines from before this run, once they are known. */
  begin(past: Chain): void;
  tell(entry: LedgerEntry): Promise<void>;
  /** Gives what was not told yet a little more time. */
  finish(): Promise<void>;
}

const LAST_WORDS_MS = 10_000;

export async function openTelling(
  words: StoryWords,
  { forge, log, sleep }: Pick<DeliveryPorts, "forge" | "log" | "sleep">,
): Promise<Telling> {
  const opened = forge === null ? null : await forge();
  let teller: Storyteller | null = null;
  return {
    begin(past) {
      teller ??= opened === null ? SILENT : storyteller(past, { forge: opened, log, sleep, words });
    },
    async tell(entry) {
      log.info(entryText(entry));
      await teller?.tell(entry);
    },
    finish: async () => teller?.finish(LAST_WORDS_MS),
  };
}

const SILENT: Storyteller = { tell: async () => {}, finish: async () => {} };

function entryText({ event, model, version, reason }: LedgerEntry): string {
  return `${model} ${version}: ${event}${reason === null ? "" : `: ${reason}`}`;
}
