import type { LedgerEntry } from "../../../../shared/ledger/line.ts";
import { storyWords } from "../../../../shared/report/story.ts";
import { storyteller } from "../../../../shared/rollout/storyteller/storyteller.ts";
import type { ForgeState } from "../../../fakes/forge/state.ts";
import type { FakeForge } from "../../../fakes/forge.ts";
import { recordedLog } from "../../../fakes/log.ts";
import { DIGEST, entry, share } from "../../ledger/entries.ts";

export const OLD = [share(DIGEST.one, 100)];
export const NEW = [share(DIGEST.two, 100)];
export const two = (told: Partial<LedgerEntry>): LedgerEntry =>
  entry({ digest: DIGEST.two, version: "2.0.0", commit: "b".repeat(40), before: OLD, after: OLD, ...told });

export const PROMOTION = [
  two({ event: "intent" }),
  two({ event: "deployed", time: "2026-03-01T10:00:01.000Z" }),
  two({ event: "shifted", time: "2026-03-01T10:00:02.000Z", after: [share(DIGEST.two, 10), share(DIGEST.one, 90)] }),
  two({ event: "healthy", time: "2026-03-01T10:00:03.000Z", after: NEW }),
];

/** Tells lines in a run of its own, each when the one before is told. */
export async function tell(lines: readonly LedgerEntry[], forge: FakeForge, past: readonly LedgerEntry[] = []) {
  const { log, infos } = recordedLog();
  const teller = storyteller(past, { forge, log, sleep: forever, words: storyWords(null) });
  for (const line of lines) {
    await teller.tell(line);
    await teller.finish(1);
  }
  await teller.finish(1);
  return infos;
}

export const forever = (): Promise<void> => new Promise(() => {});

export function shown({ state }: FakeForge): Pick<ForgeState, "comments" | "deployments" | "issues"> {
  const { comments, deployments, issues } = state;
  return structuredClone({ comments, deployments, issues });
}
