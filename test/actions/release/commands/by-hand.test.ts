import { describe, expect, test } from "vitest";
import type { LedgerLine } from "../../../../shared/ledger/line.ts";
import { acquireLease } from "../../../../shared/rollout/lease.ts";
import { git } from "../../../contract/git-repository.ts";
import { DIGEST } from "../../../shared/ledger/entries.ts";
import { LEASE, type Served, servedRepository } from "../served-repository.ts";

const MANIFEST = "churn/release.yaml";

interface ByHand {
  readonly outcome: string;
  readonly reason: string;
  readonly fix: string | null;
  readonly events: readonly string[];
}

interface Lease {
  readonly state: string;
  readonly holder: string | null;
  readonly isFreed: boolean;
}

async function history({ run }: Served): Promise<readonly LedgerLine[]> {
  return JSON.parse((await run("history", "--json")).printed) as readonly LedgerLine[];
}

describe("a human at the console", () => {
  test("is undone by heal, in the ledger's own words", async () => {
    const served = await servedRepository();
    served.move({ 1: 100 });
    expect(await served.json<ByHand>("heal", MANIFEST)).toMatchObject({
      exitCode: 0,
      outcome: "healthy",
      reason: "the endpoint serves 2.0.0 at 100 % again",
      events: ["healed"],
    });
    expect(served.split()).toEqual({ 2: 100 });
    expect((await history(served)).at(-1)).toMatchObject({ event: "healed", after: [{ version: "2.0.0" }] });
    expect((await served.run("verify")).exitCode).toBe(0);
    expect(await served.json<ByHand>("heal", MANIFEST)).toMatchObject({ exitCode: 0, outcome: "noop" });
  });

  test("is proposed to the default branch by adopt, and told to the ledger after the merge", async () => {
    const served = await servedRepository();
    served.move({ 1: 100 });
    const branch = `model-release/adopt-churn-${DIGEST.one.slice(7, 19)}`;
    const first = await served.json<ByHand>("adopt", MANIFEST);
    expect(first).toMatchObject({ exitCode: 0, outcome: "inProgress", events: [] });
    expect(first.reason).toContain(`churn 1.0.0 is proposed on the branch ${branch}`);
    expect(await served.json<ByHand>("adopt", MANIFEST)).toMatchObject({ outcome: "inProgress", reason: first.reason });

    expect(git(served.origin, ["show", `${branch}:${MANIFEST}`])).toContain("version: 1.0.0");
    expect(git(served.origin, ["rev-list", "--count", `main..${branch}`]).trim()).toBe("1");
    git(served.origin, ["update-ref", "refs/heads/main", branch]);

    expect(await served.json<ByHand>("adopt", MANIFEST)).toMatchObject({ outcome: "healthy", events: ["adopted"] });
    expect((await history(served)).at(-1)).toMatchObject({ event: "adopted", version: "1.0.0", digest: DIGEST.one });
    expect((await served.run("status")).exitCode).toBe(0);
    expect(served.split()).toEqual({ 1: 100 });
  });

  test("is not overwritten by whoever has put something else on the branch", async () => {
    const served = await servedRepository();
    served.move({ 1: 100 });
    const branch = `model-release/adopt-churn-${DIGEST.one.slice(7, 19)}`;
    git(served.origin, ["update-ref", `refs/heads/${branch}`, "main"]);
    expect(await served.json<ByHand>("adopt", MANIFEST)).toMatchObject({
      exitCode: 1,
      outcome: "refused",
      reason: `the branch ${branch} is there, and holds something else`,
    });
  });
});

describe("retry", () => {
  test("changes nothing where nothing was kept back", async () => {
    const { json } = await servedRepository();
    expect(await json<ByHand>("retry", MANIFEST)).toMatchObject({ exitCode: 0, outcome: "noop" });
  });
});

describe("unlock", () => {
  const BUCKET = "models";
  const clock = { elapsedMs: () => 0 };

  test("says that nobody holds the lease", async () => {
    const { run } = await servedRepository();
    expect(await run("unlock", MANIFEST)).toEqual({
      exitCode: 0,
      printed: "The lease of endpoint 1234567890 is free.",
    });
  });

  test.each([
    ["a millisecond before it runs out is alive, and refused by its name", 59_999, 1, "held"],
    ["that has just run out is freed", 60_000, 0, "free"],
  ])("--force: a lease %s", async (_, laterMs, exitCode, state) => {
    const { buckets, json } = await servedRepository();
    await acquireLease(LEASE, "run 7", { bucket: buckets.bucket(BUCKET), clock });
    buckets.nowMs += laterMs;
    const told = await json<Lease>("unlock", MANIFEST, "--force");
    expect(told).toMatchObject({
      exitCode,
      state,
      isFreed: state === "free",
      holder: state === "free" ? null : "run 7",
    });
    expect(await json<Lease>("unlock", MANIFEST)).toMatchObject({ exitCode: 0, state });
    expect("forMs" in (await acquireLease(LEASE, "run 8", { bucket: buckets.bucket(BUCKET), clock }))).toBe(
      state === "held",
    );
  });

  test("only looks without --force, and says how old the lease is", async () => {
    const { buckets, run } = await servedRepository();
    await acquireLease(LEASE, "run \u001b[31m7", { bucket: buckets.bucket(BUCKET), clock });
    buckets.nowMs += 90_000;
    expect((await run("unlock", MANIFEST)).printed).toBe(
      "The lease of endpoint 1234567890 is held by run \\u{1b}[31m7, who let it run out 30 s ago: whoever comes next takes it, and --force frees it now.",
    );
    expect((await run("unlock", MANIFEST)).printed).toContain("is held by");
  });
});
