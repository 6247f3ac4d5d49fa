import { describe, expect, test } from "vitest";
import { appended } from "../../../shared/ledger/chain.ts";
import type { LedgerEntry, LedgerEvent } from "../../../shared/ledger/line.ts";
import { takenBack } from "../../../shared/ledger/taken-back.ts";
import { DIGEST, entry, share } from "./entries.ts";

const ONE = [share(DIGEST.one, 100)];
const TWO = [share(DIGEST.two, 100)];
const of = (digest: string, event: LedgerEvent, told: Partial<LedgerEntry> = {}) =>
  entry({ digest, event, before: ONE, after: ONE, ...told });
const SERVED = [of(DIGEST.one, "intent"), of(DIGEST.one, "healthy")];
const REPLACED = [...SERVED, of(DIGEST.two, "intent", { commit: "b".repeat(40) }), of(DIGEST.two, "healthy")];

describe("what a line takes back", () => {
  test.each<[string, readonly LedgerEntry[], string | null]>([
    ["a release that failed", [...SERVED, of(DIGEST.two, "intent"), of(DIGEST.two, "bad")], DIGEST.two],
    [
      "a release that the platform failed when it had traffic",
      [...SERVED, of(DIGEST.two, "intent"), of(DIGEST.two, "restored"), of(DIGEST.two, "aborted")],
      DIGEST.two,
    ],
    ["nothing, where it had none", [...SERVED, of(DIGEST.two, "intent"), of(DIGEST.two, "aborted")], null],
    [
      "nothing, where only an attempt before it had some",
      [
        ...[of(DIGEST.two, "intent"), of(DIGEST.two, "restored"), of(DIGEST.two, "aborted")],
        ...[of(DIGEST.two, "intent"), of(DIGEST.two, "aborted")],
      ],
      null,
    ],
    ["who served until a rollback", [...REPLACED, of(DIGEST.one, "rolledBack", { before: TWO })], DIGEST.two],
    ["nobody, by a rollback to who serves", [...REPLACED, of(DIGEST.one, "rolledBack", { before: ONE })], null],
    ["nothing of ours, by a rollback from what others deployed", [of(DIGEST.one, "rolledBack", { before: TWO })], null],
    ["nothing, by a release that is well", REPLACED, null],
    ["nothing, by one that something newer overtook", [...SERVED, of(DIGEST.two, "superseded")], null],
  ])("is %s", (_, entries, digest) => {
    const chain = appended([], entries);
    const found = takenBack(chain, chain.at(-1)!);
    expect(found?.failed.digest ?? null).toBe(digest);
    if (found !== null) expect(found.ended).toBe(chain.at(-1));
  });

  test("names the merge that wanted it, and not the one that took it back", () => {
    const chain = appended([], [...REPLACED, of(DIGEST.one, "rolledBack", { before: TWO, commit: "c".repeat(40) })]);
    expect(takenBack(chain, chain.at(-1)!)!.failed.commit).toBe("b".repeat(40));
  });
});
