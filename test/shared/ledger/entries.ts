import type { LedgerEntry } from "../../../shared/ledger/line.ts";

export const DIGEST = { one: digest("1"), two: digest("2"), three: digest("3") } as const;

/** An entry of a small story, with what a test is about put in the place of the usual. */
export function entry(told: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    time: "2026-03-01T10:00:00.000Z",
    endpoint: "1234567890",
    model: "churn",
    version: "1.0.0",
    digest: DIGEST.one,
    event: "intent",
    commit: "a".repeat(40),
    pullRequest: 7,
    actor: "octocat",
    evidenceDigest: digest("e"),
    before: [],
    after: [],
    reason: null,
    ...told,
  };
}

export function share(digest: string, percent: number) {
  return { deployedModelId: digest.slice(7, 8), version: "1.0.0", digest, percent };
}

function digest(character: string): string {
  return `sha256:${character.repeat(64)}`;
}
