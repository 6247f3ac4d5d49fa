import { describe, expect, test } from "vitest";
import { appended, chainText, parseChain } from "../../../shared/ledger/chain.ts";
import type { LedgerEntry, LedgerEvent } from "../../../shared/ledger/line.ts";
import { type Incident, incidentPack } from "../../../shared/report/incident.ts";
import { between, timesOf } from "../../../shared/report/incident-times.ts";
import { DIGEST, entry, share } from "../ledger/entries.ts";
import { RUN } from "./told.ts";

const OLD = [share(DIGEST.one, 100)];
const BOTH = [share(DIGEST.one, 90), share(DIGEST.two, 10)];

const at = (time: string, event: LedgerEvent, told: Partial<LedgerEntry> = {}): LedgerEntry =>
  entry({
    time: `2026-03-01T${time}.000Z`,
    digest: DIGEST.two,
    version: "2.0.0",
    commit: "b".repeat(40),
    before: OLD,
    after: OLD,
    event,
    ...told,
  });

const CHAIN = appended(
  [],
  [
    entry({ time: "2026-03-01T08:00:00.000Z", event: "healthy", after: OLD }),
    at("10:00:00", "intent"),
    at("10:04:00", "deployed"),
    at("10:05:00", "shifted", { after: BOTH }),
    at("10:07:30", "restored", { reason: "canary at 10 %: 8 % of answers were errors" }),
    at("10:09:00", "bad", { reason: "canary at 10 %: 8 % of answers were errors" }),
  ],
);
const INCIDENT: Incident = {
  failed: CHAIN.at(-1)!,
  ended: CHAIN.at(-1)!,
  chain: CHAIN,
  runbook: "docs/churn.md",
  proposal: { url: `${RUN.serverUrl}/${RUN.repository}/pull/9` },
  run: RUN,
};

function page(name: string, differing: Partial<Incident> = {}): string {
  return incidentPack({ ...INCIDENT, ...differing }).find((each) => each.name === name)!.text;
}

describe("an incident's pack", () => {
  test("has its pages, and the ledger as it can be verified", () => {
    const pages = incidentPack(INCIDENT);
    expect(pages.map(({ name }) => name)).toEqual([
      "README.md",
      "timeline.md",
      "served.md",
      "post-mortem.md",
      "ledger.jsonl",
    ]);
    expect(pages.at(-1)!.text).toBe(chainText(CHAIN));
    expect(parseChain(pages.at(-1)!.text, "ledger.jsonl").lines).toEqual(CHAIN);
  });

  test("tells how long it took, and where what is wanted next is", () => {
    const overview = page("README.md");
    expect(overview).toContain("canary at 10 %: 8 % of answers were errors");
    expect(overview).toContain("From its first traffic until it was found out and the traffic was back: `2 min 30 s`.");
    expect(overview).toContain("From the merge's first line to the end: `9 min`.");
    expect(overview).toContain(`[the pull request](${RUN.serverUrl}/${RUN.repository}/pull/9)`);
    expect(overview).toContain(`/${RUN.repository}/blob/${RUN.commit}/docs/churn.md`);
  });

  test("tells who answered, and for how long", () => {
    const rows = page("served.md")
      .split("\n")
      .filter((line) => line.includes("2026-"));
    expect(rows).toHaveLength(6);
    expect(rows[3]).toMatch(/10:05:00\.000Z` +\| `2 min 30 s` +\| `1\.0\.0` at 90 %, `1\.0\.0` at 10 % /);
    expect(rows[5]).toContain("until now");
  });

  test("of a release that people took back names both merges, and counts until its traffic was gone", () => {
    const ended = entry({
      time: "2026-03-01T12:00:00.000Z",
      event: "rolledBack",
      commit: "c".repeat(40),
      pullRequest: 8,
      before: [share(DIGEST.two, 100)],
      after: OLD,
      reason: "complaints",
    });
    const chain = appended(
      [],
      [...CHAIN.slice(0, 4), at("11:00:00", "healthy", { after: [share(DIGEST.two, 100)] }), ended],
    );
    const overview = page("README.md", { failed: chain[1]!, ended: chain.at(-1)!, chain });
    expect(overview).toContain("# Incident: `churn 2.0.0`");
    expect(overview).toContain("complaints");
    expect(overview).toMatch(/Wanted by commit .*pull\/7\)/);
    expect(overview).toMatch(/Taken back for `churn 1\.0\.0`, by commit .*pull\/8\)/);
    expect(overview).toContain("until it was found out and the traffic was back: `1 h 55 min`.");
    const byHand = appended([], [...chain.slice(0, -1), { ...ended, commit: "b".repeat(40) }]);
    expect(page("README.md", { failed: byHand[1]!, ended: byHand.at(-1)!, chain: byHand })).toContain(
      "Taken back for `churn 1.0.0`, by a person, ahead of Git.",
    );
  });

  test.each<[string, Partial<Incident>, string]>([
    [
      "a runbook elsewhere is shown and not linked",
      { runbook: "https://wiki.example/x" },
      "Runbook: `https://wiki.example/x`",
    ],
    ["no runbook is said", { runbook: null }, "The manifest names no runbook."],
    [
      "a proposal elsewhere is no link",
      { proposal: { url: "https://evil.example/1" } },
      "The revert: `https://evil.example/1`.",
    ],
    ["a branch is named", { proposal: { branch: "model-release/x" } }, "The revert: the branch `model-release/x`."],
    ["no proposal is said", { proposal: null }, "No revert is proposed."],
    ["nothing is linked on a person's own machine", { run: null }, "Wanted by commit `bbbbbbbbbbbb` (pull request 7)"],
  ])("%s", (_, differing, said) => {
    expect(page("README.md", differing)).toContain(said);
  });
});

describe("an incident's times", () => {
  const told = (entries: readonly LedgerEntry[]) =>
    timesOf({ failed: entries.at(-1)!, ended: entries.at(-1)!, chain: entries });

  test("one that never had traffic exposed nobody", () => {
    const chain = [at("10:00:00", "intent"), at("10:01:00", "bad")];
    expect(told(chain)).toMatchObject({ exposedAt: null, restoredAt: null });
    const [, failed] = appended([], chain);
    expect(page("README.md", { failed: failed!, ended: failed!, chain: appended([], chain) })).toContain(
      "It never had traffic",
    );
  });

  test("one that still has traffic is not back", () => {
    const chain = [
      at("10:00:00", "intent"),
      at("10:01:00", "shifted", { after: BOTH }),
      at("10:02:00", "bad", { after: BOTH }),
    ];
    expect(told(chain)).toMatchObject({ exposedAt: "2026-03-01T10:01:00.000Z", restoredAt: null });
  });

  test("an attempt before it, of the same release, is another incident", () => {
    const chain = [
      at("09:00:00", "intent"),
      at("09:01:00", "shifted", { after: BOTH }),
      at("09:02:00", "aborted"),
      at("10:00:00", "intent"),
      at("10:01:00", "bad"),
    ];
    expect(told(chain)).toMatchObject({ begunAt: "2026-03-01T10:00:00.000Z", exposedAt: null });
  });

  test.each([
    ["00:00:00.000", "00:00:00.999", "less than 1 s"],
    ["00:00:00.000", "00:00:01.000", "1 s"],
    ["00:00:00.000", "00:01:00.000", "1 min"],
    ["00:00:00.000", "01:00:01.000", "1 h 1 s"],
    ["00:00:00.000", "23:59:59.000", "23 h 59 min 59 s"],
  ])("from %s to %s is %s", (from, to, said) => {
    expect(between(`2026-03-01T${from}Z`, `2026-03-01T${to}Z`)).toBe(said);
  });
});
