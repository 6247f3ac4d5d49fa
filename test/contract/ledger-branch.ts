import { describe, expect, test } from "vitest";
import { fileOf, readLedger, record } from "../../shared/ledger/ledger.ts";
import type { LedgerBranch } from "../../shared/ports/ledger-branch.ts";
import { silentLog } from "../fakes/log.ts";
import { entry } from "../shared/ledger/entries.ts";

const BYTES = new TextEncoder().encode("one\n");

/** `lay` gives an empty ledger, as two writers see it. */
export function ledgerBranchContract(name: string, lay: () => Promise<readonly [LedgerBranch, LedgerBranch]>): void {
  describe(name, () => {
    test("begins empty", async () => {
      const [branch] = await lay();
      const tree = await branch.fetch();
      expect(tree).toMatchObject({ commit: null, names: [] });
      expect(await tree.read("1.jsonl")).toBeUndefined();
    });

    test("gives back what was pushed, to whoever fetches", async () => {
      const [one, other] = await lay();
      expect(await one.push({ parent: null, name: "1.jsonl", bytes: BYTES, message: "one" })).toBe("pushed");
      const tree = await other.fetch();
      expect(tree.names).toEqual(["1.jsonl"]);
      expect(Buffer.from((await tree.read("1.jsonl"))!)).toEqual(Buffer.from(BYTES));
      expect(await tree.read("2.jsonl")).toBeUndefined();
    });

    test("keeps the other files", async () => {
      const [one] = await lay();
      await one.push({ parent: null, name: "1.jsonl", bytes: BYTES, message: "one" });
      const { commit } = await one.fetch();
      await one.push({ parent: commit, name: "2.jsonl", bytes: new Uint8Array(), message: "two\n\nEndpoint: 2" });
      const tree = await one.fetch();
      expect(tree.names).toEqual(["1.jsonl", "2.jsonl"]);
      expect(await tree.read("2.jsonl")).toHaveLength(0);
    });

    test("keeps what lies in a folder, and does not name it among its files", async () => {
      const [one, other] = await lay();
      await one.push({ parent: null, name: "1.jsonl", bytes: BYTES, message: "one" });
      const { commit } = await one.fetch();
      expect(await one.push({ parent: commit, name: "passes/a.json", bytes: BYTES, message: "a" })).toBe("pushed");
      const tree = await other.fetch();
      expect(tree.names).toEqual(["1.jsonl"]);
      expect(Buffer.from((await tree.read("passes/a.json"))!)).toEqual(Buffer.from(BYTES));
      expect(await tree.read("passes/b.json")).toBeUndefined();
    });

    test("keeps bytes as they are: no line ends, filters or encodings are changed", async () => {
      const [one, other] = await lay();
      const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
      await one.push({ parent: null, name: "1.jsonl", bytes, message: "bytes" });
      expect(Buffer.from((await (await other.fetch()).read("1.jsonl"))!)).toEqual(Buffer.from(bytes));
    });

    test("rejects a push to a branch that another has begun, and nothing is written", async () => {
      const [one, other] = await lay();
      expect(await other.push({ parent: null, name: "1.jsonl", bytes: BYTES, message: "other" })).toBe("pushed");
      expect(await one.push({ parent: null, name: "2.jsonl", bytes: BYTES, message: "one" })).toBe("rejected");
      expect((await one.fetch()).names).toEqual(["1.jsonl"]);
    });

    test("rejects a push to a branch that another has moved on, and nothing is written", async () => {
      const [one, other] = await lay();
      await one.push({ parent: null, name: "1.jsonl", bytes: BYTES, message: "one" });
      const [{ commit }] = [await one.fetch(), await other.fetch()];
      expect(await other.push({ parent: commit, name: "2.jsonl", bytes: BYTES, message: "other" })).toBe("pushed");
      expect(await one.push({ parent: commit, name: "3.jsonl", bytes: BYTES, message: "one" })).toBe("rejected");
      expect((await one.fetch()).names).toEqual(["1.jsonl", "2.jsonl"]);
    });

    test("lets two writers at once both land", async () => {
      const [one, other] = await lay();
      const told = (time: string, branch: LedgerBranch) => record([entry({ time })], { branch, log: silentLog });
      await Promise.all([told("2026-03-01T10:00:00.001Z", one), told("2026-03-01T10:00:00.002Z", other)]);
      const chain = await readLedger(entry().endpoint, { branch: one, log: silentLog });
      expect(chain.map(({ sequence }) => sequence)).toEqual([1, 2]);
      expect((await other.fetch()).names).toEqual([fileOf(entry().endpoint)]);
    });
  });
}
