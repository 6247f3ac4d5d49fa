import { plain } from "../../../shared/action/terminal.ts";
import type { DoneByHand } from "../../../shared/rollout/by-hand/under-lease.ts";
import { EXIT_CODES } from "../../../shared/rollout/delivery/document.ts";
import type { CommandResult } from "./command.ts";

/** What came of what a person asked for. */
export function byHandResult(endpoint: string, { outcome, reason, fix, entries }: DoneByHand): CommandResult {
  const events = entries.map(({ event }) => event);
  return {
    exitCode: EXIT_CODES[outcome],
    document: { schema: "model-release/by-hand/v1", endpoint, outcome, reason, fix, events },
    text: (style) => {
      const told = `endpoint ${plain(endpoint)}: ${plain(reason, 1_000)}`;
      return fix === null ? told : `${told}\n  ${style.green("next")} ${plain(fix, 1_000)}`;
    },
  };
}
