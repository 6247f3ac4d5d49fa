import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { changeRelease } from "../act/release-change.ts";
import { buildGitea } from "./gitea.ts";
import type { Done } from "./runner.ts";
import { type ForgeWorld, layForgeWorld, REPOSITORY } from "./world.ts";

buildGitea();

test("on a real forge: proposed, measured, judged, merged, served, and taken back by git revert", async () => {
  const world = await layForgeWorld();
  const { git, cloud, runner } = world;
  git("add", "--", ".github", ".gitattributes", ".gitignore");
  git("commit", "--quiet", "--message", "how releases are made");
  git("push", "--quiet", "origin", "main");

  const first = await propose(world, "1.0.0");
  expectAll(await runner.take(2), "success");
  const { status, description } = await statusAt(world, first.head);
  expect(status).toBe("success");
  const [, record = ""] = /^pass, as (passes\/[0-9a-f]{64}\.json) of /.exec(description)!;
  expect(await readLedger(world, record)).toContain('"version":"1.0.0"');
  await merge(world, first);
  expectAll(await runner.take(1), "success");
  expect(await cloud.served()).toEqual({ "spend 1.0.0": 100 });

  git("checkout", "--quiet", "-B", "main", "origin/main");
  await changeRelease(world.folder, "1.1.0", "alike");
  const second = await propose(world, "1.1.0");
  expectAll(await runner.take(2), "success");
  expect(await commentsOn(world, second)).toEqual([expect.stringContaining("spend 1.1.0 may replace 1.0.0")]);
  await merge(world, second);
  expectAll(await runner.take(1), "success");
  expect(await cloud.served()).toEqual({ "spend 1.1.0": 100 });

  git("checkout", "--quiet", "-B", "main", "origin/main");
  await changeRelease(world.folder, "1.2.0", "worse");
  const third = await propose(world, "1.2.0");
  expectAll(await runner.take(2), "failure");
  expect((await statusAt(world, third.head)).status).toBe("failure");
  expect(await commentsOn(world, third)).toEqual([expect.stringContaining("spend 1.2.0 must not replace 1.1.0")]);

  git("checkout", "--quiet", "-B", "main", "origin/main");
  git("revert", "--no-edit", "-m", "1", "HEAD");
  cloud.writes();
  git("push", "--quiet", "origin", "main");
  expectAll(await runner.take(1), "success");
  expect(cloud.writes()).toEqual(["UpdateEndpoint"]);
  expect(await cloud.served()).toEqual({ "spend 1.0.0": 100 });
  const lines = (await readLedger(world, "123456789.jsonl")).trimEnd().split("\n");
  const told = lines.map((line) => JSON.parse(line) as Line).map(({ event, version }) => `${event} ${version}`);
  expect(told.filter((each) => /^(healthy|rolledBack)/.test(each))).toEqual([
    "healthy 1.0.0",
    "healthy 1.1.0",
    "rolledBack 1.0.0",
  ]);
}, 900_000);

interface Line {
  readonly event: string;
  readonly version: string;
}

const MOST_ATTEMPTS = 20;

interface Proposed {
  readonly number: number;
  readonly head: string;
}

function expectAll(done: readonly Done[], result: Done["result"]): void {
  const said = done.map(({ job, event, log }) => `${event} ${job}\n${log}`).join("\n\n");
  expect(
    done.map((each) => each.result),
    said,
  ).toEqual(done.map(() => result));
}

async function propose({ git, gitea }: ForgeWorld, version: string): Promise<Proposed> {
  const branch = `release-${version}`;
  git("checkout", "--quiet", "-B", branch);
  git("add", "--all");
  git("commit", "--quiet", "--message", `Release spend ${version}`);
  git("push", "--quiet", "origin", branch);
  const wish = { title: `Release spend ${version}`, head: branch, base: "main" };
  const { number } = await opened(gitea, wish);
  return { number, head: git("rev-parse", "HEAD") };
}

/** What was pushed a moment ago it does not know at once. */
async function opened(gitea: ForgeWorld["gitea"], wish: object): Promise<{ readonly number: number }> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return (await gitea.ask("POST", `/repos/${REPOSITORY}/pulls`, wish)) as { readonly number: number };
    } catch (error) {
      if (attempt === MOST_ATTEMPTS) throw error;
      await delay(500);
    }
  }
}

async function merge({ git, gitea }: ForgeWorld, { number }: Proposed): Promise<void> {
  await gitea.ask("POST", `/repos/${REPOSITORY}/pulls/${number}/merge`, { Do: "merge" });
  git("fetch", "--quiet", "origin");
}

interface Status {
  readonly context: string;
  /** Gitea's word for the state. */
  readonly status: string;
  readonly description: string;
}

async function statusAt({ gitea }: ForgeWorld, commit: string): Promise<Status> {
  const all = (await gitea.ask("GET", `/repos/${REPOSITORY}/commits/${commit}/statuses`)) as readonly Status[];
  return all.find(({ context }) => context === "model-release")!;
}

async function readLedger({ gitea }: ForgeWorld, path: string): Promise<string> {
  const place = `/repos/${REPOSITORY}/contents/${path}?ref=model-release-ledger`;
  const { content } = (await gitea.ask("GET", place)) as { readonly content: string };
  return Buffer.from(content, "base64").toString();
}

async function commentsOn({ gitea }: ForgeWorld, { number }: Proposed): Promise<readonly string[]> {
  const all = await gitea.ask("GET", `/repos/${REPOSITORY}/issues/${number}/comments`);
  return (all as readonly { readonly body: string }[]).map(({ body }) => body);
}
