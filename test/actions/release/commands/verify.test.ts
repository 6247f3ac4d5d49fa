import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { appended, chainText, parseChain } from "../../../../shared/ledger/chain.ts";
import type { Verification } from "../../../../shared/ledger/verification.ts";
import { git } from "../../../contract/git-repository.ts";
import { project } from "../../../repo/project.ts";
import { DIGEST, entry, share } from "../../../shared/ledger/entries.ts";
import { call } from "../call.ts";
import {
  BRANCH,
  cloneOf,
  ledgerFile,
  overwritten,
  repository,
  scratch,
  withOrigin,
  written,
} from "../ledger-repository.ts";

const FILE = "1234567890.jsonl";
const STORY = [
  entry({ time: "2026-03-01T10:00:00.000Z" }),
  entry({ time: "2026-03-01T10:05:00.000Z", event: "healthy", after: [share(DIGEST.one, 100)], reason: "naïve ✓" }),
  entry({ time: "2026-03-02T10:00:00.000Z", event: "collected" }),
];

let sound = "";
beforeAll(async () => {
  sound = repository();
  await written(sound, ...STORY, entry({ endpoint: "2" }));
});

function copyOfSound(): string {
  const folder = scratch();
  git(folder, ["clone", "--quiet", "--no-hardlinks", sound, "."]);
  git(folder, ["update-ref", `refs/heads/${BRANCH}`, `refs/remotes/origin/${BRANCH}`]);
  git(folder, ["remote", "remove", "origin"]);
  return folder;
}

async function verified(folder: string, ...words: readonly string[]) {
  const { exitCode, printed } = await call(folder, "verify", "--json", ...words);
  const document = JSON.parse(printed) as Verification;
  const problems = [...document.files.flatMap((file) => file.problems), ...document.problems];
  return { exitCode, document, places: problems.map(({ file, line }) => `${file}:${line}`), problems };
}

describe("verify", () => {
  test("passes a ledger that was only added to", async () => {
    const { exitCode, document } = await verified(sound);
    expect(exitCode).toBe(0);
    expect(document).toMatchObject({ isSound: true, problems: [] });
    expect(document.files.map(({ file, lines }) => [file, lines])).toEqual([
      [FILE, 3],
      ["2.jsonl", 1],
    ]);
    const { printed } = await call(sound, "verify");
    expect(printed.split("\n")).toEqual([
      `sound  ${FILE}, 3 lines`,
      "sound  2.jsonl, 1 line",
      "4 commits of the branch compared, each with the one before it",
    ]);
  });

  test("passes a repository in which nothing was ever released, and says so", async () => {
    const { exitCode, printed } = await call(repository(), "verify");
    expect(exitCode).toBe(0);
    expect(printed).toBe(
      "Nothing has been released from here yet: there is no branch model-release-ledger in this repository.",
    );
  });

  // Spread over the whole file, its first and its last byte among them; the whole suite of bytes is chain.test.ts's.
  const POSITIONS = [0, 97, 640, -2, -1];

  test.each(POSITIONS)("finds the byte at %d flipped, run as a process of its own", (position) => {
    const folder = copyOfSound();
    const bytes = ledgerFile(folder, FILE);
    const at = position < 0 ? bytes.length + position : position;
    bytes[at]! ^= 0x01;
    overwritten(folder, FILE, bytes);
    const main = join(project, "actions/release/main.ts");
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, "verify"], {
      cwd: folder,
      // Under npm a command stands where npm was called.
      env: { PATH: process.env.PATH },
      encoding: "utf8",
    });
    const line = bytes.subarray(0, at).filter((byte) => byte === 0x0a).length + 1;
    expect([status, stderr]).toEqual([1, ""]);
    expect(stdout).toContain(`broken ${FILE}`);
    expect(stdout).toContain(`${FILE}:${line}`);
    expect(stdout).toContain(git(folder, ["rev-parse", BRANCH]).trim());
  });

  test("finds each single bit of a line's text, where only the file is looked at", async () => {
    const folder = copyOfSound();
    const bytes = ledgerFile(folder, FILE);
    bytes[bytes.indexOf("naïve") + 2]! ^= 0x80;
    overwritten(folder, FILE, bytes);
    const { exitCode, problems } = await verified(folder);
    expect(exitCode).toBe(1);
    expect(problems.map(({ message }) => message)).toContain("the line is no UTF-8");
  });

  test("finds a history that was written anew, every hash right", async () => {
    const folder = copyOfSound();
    const anew = chainText(appended([], [STORY[0]!, { ...STORY[1]!, actor: "somebody else" }, STORY[2]!]));
    overwritten(folder, FILE, Buffer.from(anew));
    const { exitCode, document, problems } = await verified(folder);
    expect(exitCode).toBe(1);
    expect(document.files[0]!.problems).toEqual([]);
    const commit = git(folder, ["rev-parse", BRANCH]).trim();
    expect(problems).toEqual([
      {
        file: FILE,
        line: 2,
        column: 1,
        message: `commit ${commit} changed this line, or took it out, after it was written`,
        fix: expect.any(String),
      },
    ]);
  });

  test("finds lines cut off at the end, and tells what was taken back since, without blaming what is there now", async () => {
    const folder = copyOfSound();
    const whole = ledgerFile(folder, FILE);
    overwritten(folder, FILE, whole.subarray(0, whole.indexOf("\n") + 1));
    expect((await verified(folder)).places).toEqual([`${FILE}:2`]);
    overwritten(folder, FILE, Buffer.from("nothing\n"));
    overwritten(folder, FILE, whole);
    const { exitCode, document } = await verified(folder);
    expect([exitCode, document.problems]).toEqual([0, []]);
    expect(document.notes.map((note) => note.split(" ", 1)[0])).toEqual([`${FILE}:2:`, `${FILE}:1:`, `${FILE}:1:`]);
    expect((await call(folder, "verify")).printed).toContain("; all is there again");
  });

  test("finds a change that was taken back only in part", async () => {
    const folder = copyOfSound();
    const whole = ledgerFile(folder, FILE);
    overwritten(folder, FILE, Buffer.from("nothing\n"));
    overwritten(folder, FILE, whole.subarray(0, whole.lastIndexOf("\n", whole.length - 2) + 1));
    const { exitCode, places } = await verified(folder);
    expect([exitCode, places]).toEqual([1, [`${FILE}:1`, `${FILE}:1`]]);
  });

  test("finds a file that was deleted, and one that no endpoint has", async () => {
    const folder = copyOfSound();
    const two = ledgerFile(folder, "2.jsonl");
    git(folder, ["read-tree", BRANCH]);
    git(folder, ["rm", "--cached", "--quiet", "2.jsonl"]);
    const tree = git(folder, ["write-tree"]).trim();
    const commit = git(folder, ["commit-tree", tree, "-p", BRANCH, "-m", "x"]).trim();
    git(folder, ["update-ref", `refs/heads/${BRANCH}`, commit]);
    overwritten(folder, "Notes.txt", two);
    const { exitCode, problems } = await verified(folder);
    expect(exitCode).toBe(1);
    expect(problems.map(({ file, message }) => [file, message])).toEqual([
      ["Notes.txt", "no endpoint has a ledger of this name"],
      ["2.jsonl", `commit ${commit} deleted the file`],
    ]);
  });

  test("finds one endpoint's lines in another's file", async () => {
    const folder = copyOfSound();
    overwritten(folder, "3.jsonl", ledgerFile(folder, "2.jsonl"));
    const { exitCode, problems } = await verified(folder, "--endpoint", "3");
    expect(exitCode).toBe(1);
    expect(problems[0]).toMatchObject({ file: "3.jsonl", line: 1, message: "these are the lines of endpoint 2" });
  });

  test("names a last line that was cut off while it was written; dropping it is no change", async () => {
    const folder = copyOfSound();
    const whole = ledgerFile(folder, FILE);
    overwritten(folder, FILE, Buffer.concat([whole, Buffer.from('{"schema":"model-rel')]));
    const { exitCode, problems } = await verified(folder);
    expect(exitCode).toBe(1);
    expect(problems).toEqual([
      { file: FILE, line: 4, column: 1, message: "the last line is cut off", fix: expect.any(String) },
    ]);
    await written(folder, entry({ time: "2026-03-04T10:00:00.000Z" }));
    expect((await verified(folder)).exitCode).toBe(0);
    expect(parseChain(ledgerFile(folder, FILE).toString(), FILE).lines).toHaveLength(4);
  });

  test("finds that the branch at origin was forced to another history since this clone fetched it", async () => {
    const { origin, clone } = withOrigin();
    await written(clone, STORY[0]!, STORY[1]!);
    expect((await verified(clone)).exitCode).toBe(0);
    const seen = git(origin, ["rev-parse", BRANCH]).trim();
    git(origin, ["update-ref", "-d", `refs/heads/${BRANCH}`]);
    await written(cloneOf(origin), STORY[0]!);
    const { exitCode, problems } = await verified(clone);
    expect(exitCode).toBe(1);
    expect(problems).toMatchObject([
      { file: BRANCH, message: `the branch no longer holds commit ${seen}, which this clone fetched from it before` },
    ]);
  });

  test("says what a shallow clone cannot show", async () => {
    const folder = scratch();
    git(folder, ["clone", "--quiet", "--depth=1", "--no-single-branch", `file://${sound}`, "."]);
    const { printed } = await call(folder, "verify");
    expect(printed).toContain("This clone is shallow");
  });

  test("runs nothing that the repository's own configuration names", async () => {
    const folder = copyOfSound();
    git(folder, ["config", "diff.external", `touch ${join(folder, "ran")}`]);
    git(folder, ["config", "core.fsmonitor", `touch ${join(folder, "ran")}`]);
    expect((await verified(folder)).exitCode).toBe(0);
    expect(existsSync(join(folder, "ran"))).toBe(false);
  });
});
