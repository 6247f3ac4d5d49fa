import { describe, expect, test } from "vitest";
import type { LedgerBranch } from "../../../shared/ports/ledger-branch.ts";
import type { PassRecord } from "../../../shared/report/pass-record.ts";
import { passFromStatus, writePassStatus } from "../../../shared/report/pass-status.ts";
import { commitOf, OCTOCAT } from "../../fakes/forge/state.ts";
import { type FakeForge, fakeForge } from "../../fakes/forge.ts";
import { type MemoryBranch, memoryBranch } from "../../fakes/ledger-branch.ts";

const HEAD = commitOf("head");
const RECORD: PassRecord = {
  schema: "model-release/pass/v1",
  releases: [
    {
      manifest: "churn/release.yaml",
      status: "pass",
      model: "churn",
      version: "2.0.0",
      digest: `sha256:${"a".repeat(64)}`,
      champion: null,
      evidenceDigest: `sha256:${"b".repeat(64)}`,
      planHash: null,
    },
  ],
};
const JUDGED = { commit: HEAD, status: "pass", record: RECORD, runUrl: "https://forge.example/runs/1" } as const;

/** A forge without checks, which shows what was pushed to the ledger's branch. */
function laid(): { forge: FakeForge; ledger: MemoryBranch } {
  const ledger = memoryBranch();
  const forge = fakeForge({ knows: { checks: false, hiding: false } });
  const readFile: FakeForge["readFile"] = async ({ path }) => ledger.files.get(path);
  return { forge: { ...forge, readFile }, ledger };
}

describe("the pass on record of a forge without checks", () => {
  test.each([
    ["pass", "success"],
    ["fail", "failure"],
    ["inconclusive", "error"],
  ] as const)("%s is a status, and is read as it was written", async (status, state) => {
    const { forge, ledger } = laid();
    await writePassStatus({ ...JUDGED, status }, { forge, ledger });
    expect(forge.state.statuses).toMatchObject([
      { commit: HEAD, context: "model-release", state, targetUrl: JUDGED.runUrl },
    ]);
    expect(await passFromStatus(HEAD, forge)).toEqual(RECORD);
  });

  test("is kept once, however often it is written", async () => {
    const { forge, ledger } = laid();
    await writePassStatus(JUDGED, { forge, ledger });
    await writePassStatus(JUDGED, { forge, ledger });
    expect([...ledger.files.keys()]).toEqual([expect.stringMatching(/^passes\/[0-9a-f]{64}\.json$/)]);
  });

  test("lies beside what others write at the same time", async () => {
    const { forge, ledger } = laid();
    let isFirst = true;
    const contended: LedgerBranch = {
      ...ledger,
      push: async (change) => {
        if (isFirst) await ledger.push({ ...change, name: "1.jsonl" });
        isFirst = false;
        return ledger.push(change);
      },
    };
    await writePassStatus(JUDGED, { forge, ledger: contended });
    expect(ledger.files.size).toBe(2);
  });

  test("gives up when others are always first", async () => {
    const { forge, ledger } = laid();
    const busy: LedgerBranch = { ...ledger, push: async () => "rejected" };
    await expect(writePassStatus(JUDGED, { forge, ledger: busy })).rejects.toMatchObject({ code: "ledger-busy" });
    expect(forge.state.statuses).toEqual([]);
  });

  test("nobody has written any", async () => {
    expect(await passFromStatus(HEAD, laid().forge)).toBeNull();
  });

  test("another's status counts for nothing, though it is newer", async () => {
    const { forge, ledger } = laid();
    await writePassStatus(JUDGED, { forge, ledger });
    const [ours] = forge.state.statuses;
    forge.state.statuses.push({
      ...ours!,
      author: OCTOCAT,
      description: `pass, as passes/${"0".repeat(64)}.json says`,
    });
    expect(await passFromStatus(HEAD, forge)).toEqual(RECORD);
    forge.state.statuses.splice(0, 1);
    expect(await passFromStatus(HEAD, forge)).toBeNull();
  });

  test.each([
    [
      "a job of Gitea's, which names none of its own accounts, knows its word again",
      { login: "gitea-actions", id: -2 },
      RECORD,
    ],
    ["anybody else takes no word of nobody's", OCTOCAT, null],
  ])("%s", async (_, self, read) => {
    const { forge, ledger } = laid();
    await writePassStatus(JUDGED, { forge, ledger });
    forge.state.statuses[0] = { ...forge.state.statuses[0]!, author: null };
    expect(await passFromStatus(HEAD, { ...forge, identity: async () => self })).toEqual(read);
  });

  test("our own last word counts", async () => {
    const { forge, ledger } = laid();
    await writePassStatus(JUDGED, { forge, ledger });
    const failed = { ...RECORD, releases: [{ ...RECORD.releases[0]!, status: "fail" as const }] };
    await writePassStatus({ ...JUDGED, status: "fail", record: failed }, { forge, ledger });
    expect(await passFromStatus(HEAD, forge)).toEqual(failed);
  });

  test.each([
    ["a record that is gone is refused", (files: Map<string, Uint8Array>, name: string) => files.delete(name)],
    [
      "a record that somebody changed is refused",
      (files: Map<string, Uint8Array>, name: string) => {
        const text = new TextDecoder().decode(files.get(name)).replace("2.0.0", "9.0.0");
        files.set(name, new TextEncoder().encode(text));
      },
    ],
  ])("%s", async (_, change) => {
    const { forge, ledger } = laid();
    await writePassStatus(JUDGED, { forge, ledger });
    change(ledger.files, [...ledger.files.keys()][0]!);
    await expect(passFromStatus(HEAD, forge)).rejects.toMatchObject({ code: "ledger-invalid" });
  });
});
