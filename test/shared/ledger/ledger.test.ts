import { expect, test } from "vitest";
import { readLedger, record } from "../../../shared/ledger/ledger.ts";
import type { LedgerBranch } from "../../../shared/ports/ledger-branch.ts";
import { memoryBranch } from "../../fakes/ledger-branch.ts";
import { recordedLog, silentLog } from "../../fakes/log.ts";
import { DIGEST, entry } from "./entries.ts";

const ENDPOINT = entry().endpoint;

test("what was recorded is read again", async () => {
  const ports = { branch: memoryBranch(), log: silentLog };
  expect(await readLedger(ENDPOINT, ports)).toEqual([]);
  const chain = await record([entry({ event: "intent" }), entry({ event: "healthy" })], ports);
  expect(await readLedger(ENDPOINT, ports)).toEqual(chain);
  expect(chain.map(({ event }) => event)).toEqual(["intent", "healthy"]);
});

test("two writers at once both land, in one chain", async () => {
  const ports = { branch: memoryBranch(), log: silentLog };
  await record([entry({ event: "intent" })], ports);
  await Promise.all([
    record([entry({ event: "healthy" })], ports),
    record([entry({ event: "intent", digest: DIGEST.two })], ports),
  ]);
  const chain = await readLedger(ENDPOINT, ports);
  expect(chain.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  expect(chain.map(({ event }) => event).toSorted()).toEqual(["healthy", "intent", "intent"]);
});

test("whoever is always second gives up, and says that nothing was lost", async () => {
  const branch = memoryBranch();
  const overtaken: LedgerBranch = {
    ...branch,
    async push(change) {
      await branch.push({ ...change, name: "other.jsonl" });
      return branch.push(change);
    },
  };
  await expect(record([entry()], { branch: overtaken, log: silentLog })).rejects.toMatchObject({ code: "ledger-busy" });
  expect([...branch.files.keys()]).toEqual(["other.jsonl"]);
});

test("a line that was cut off is dropped and said, and the next takes its place", async () => {
  const { log, infos } = recordedLog();
  const ports = { branch: memoryBranch(), log };
  await record([entry({ event: "intent" })], ports);
  const file = `${ENDPOINT}.jsonl`;
  const whole = ports.branch.files.get(file)!;
  ports.branch.files.set(file, Buffer.concat([whole, Buffer.from('{"actor":')]));
  const chain = await record([entry({ event: "healthy" })], ports);
  expect(chain.map(({ sequence }) => sequence)).toEqual([1, 2]);
  expect(infos.join()).toContain("cut off");
});

test("each endpoint has a chain of its own", async () => {
  const ports = { branch: memoryBranch(), log: silentLog };
  await record([entry()], ports);
  await record([entry({ endpoint: "42" })], ports);
  expect((await readLedger("42", ports)).map(({ sequence }) => sequence)).toEqual([1]);
});
