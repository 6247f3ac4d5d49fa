import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { parseChain } from "../../../../shared/ledger/chain.ts";
import type { LedgerLine } from "../../../../shared/ledger/line.ts";
import { git } from "../../../contract/git-repository.ts";
import { DIGEST, entry, share } from "../../../shared/ledger/entries.ts";
import { call, callWithPorts } from "../call.ts";
import { ledgerFile, overwritten, repository, scratch, withOrigin, written } from "../ledger-repository.ts";

const [ONE, TWO] = [share(DIGEST.one, 100), share(DIGEST.two, 100)];
const STORY = [
  entry({ time: "2026-03-01T10:00:00.000Z" }),
  entry({ time: "2026-03-01T10:05:00.000Z", event: "healthy", after: [ONE] }),
  entry({ time: "2026-03-02T10:00:00.000Z", endpoint: "2", event: "healthy", after: [TWO], version: "2.0.0" }),
  entry({ time: "2026-03-03T10:00:00.000Z", event: "healthy", digest: DIGEST.two, before: [ONE], after: [TWO] }),
];

let folder = "";
beforeAll(async () => {
  folder = repository();
  await written(folder, ...STORY);
});

async function lines(...words: readonly string[]): Promise<readonly LedgerLine[]> {
  const { exitCode, printed } = await call(folder, "history", "--json", ...words);
  expect(exitCode).toBe(0);
  return JSON.parse(printed) as readonly LedgerLine[];
}

describe("history", () => {
  test("prints every line as JSON, by time, as the ledger has them", async () => {
    const told = await lines();
    expect(told.map(({ time, endpoint }) => [time, endpoint])).toEqual(
      STORY.map(({ time, endpoint }) => [time, endpoint]),
    );
    const one = parseChain(ledgerFile(folder, "1234567890.jsonl").toString(), "1234567890.jsonl").lines;
    expect(told.filter(({ endpoint }) => endpoint === "1234567890")).toEqual(one);
  });

  test("prints a table for people: time, version, event, split, who, pull request", async () => {
    const { printed } = await call(folder, "history", "--endpoint", "1234567890");
    expect(printed.split("\n")).toEqual([
      "endpoint 1234567890, 3 lines",
      "  time                      version  event    serves       by          why",
      "  2026-03-01T10:00:00.000Z  1.0.0    intent   nothing      octocat #7",
      "  2026-03-01T10:05:00.000Z  1.0.0    healthy  1.0.0 100 %  octocat #7",
      "  2026-03-03T10:00:00.000Z  1.0.0    healthy  1.0.0 100 %  octocat #7",
    ]);
  });

  test.each([
    ["an instant before the first line answers nothing", "2026-03-01T09:59:59.999Z", []],
    ["the instant of a line is the line's", "2026-03-01T10:05:00.000Z", [DIGEST.one]],
    ["an instant before the next is still the line before", "2026-03-03T09:59:59.999Z", [DIGEST.one, DIGEST.two]],
    ["the instant of the next line is the next line's", "2026-03-03T10:00:00Z", [DIGEST.two, DIGEST.two]],
    ["an offset is understood", "2026-03-03T12:00:00+02:00", [DIGEST.two, DIGEST.two]],
    ["a date is its first instant", "2026-03-02", [DIGEST.one]],
    ["a date without zone is UTC", "2026-03-02 10:00", [DIGEST.one, DIGEST.two]],
    ["the future is what is known now", "2999-01-01", [DIGEST.two, DIGEST.two]],
  ])("--at: %s", async (_, moment, digests) => {
    const served = (await lines("--at", moment)).flatMap(({ after }) => after.map(({ digest }) => digest));
    expect(served).toEqual(digests);
  });

  test("--at counts back from now", async () => {
    const { ledgerPorts } = await import("../../../../actions/wiring/ledger-ports.ts");
    const ports = { ledger: async () => ({ ...ledgerPorts(), nowMs: () => Date.parse("2026-03-03T12:00:00Z") }) };
    const at = async (moment: string) =>
      (JSON.parse((await callWithPorts(ports, folder, "history", "--json", "--at", moment)).printed) as LedgerLine[])
        .length;
    expect(await at("2h ago")).toBe(2);
    expect(await at("2d")).toBe(1);
    expect(await at("3d")).toBe(0);
  });

  test("--at says for people who answered, with what share and since when", async () => {
    const { printed } = await call(folder, "history", "--at", "2026-03-02");
    expect(printed.split("\n")).toEqual([
      "1234567890 at 2026-03-02T00:00:00.000Z",
      `  100 %  1.0.0  ${DIGEST.one}`,
      "  since 2026-03-01T10:05:00.000Z, healthy 1.0.0",
      "2 at 2026-03-02T00:00:00.000Z",
      "  nothing had been released here yet",
    ]);
  });

  test("--endpoint chooses one chain, and so does the manifest that names it", async () => {
    expect((await lines("--endpoint", "2")).map(({ endpoint }) => endpoint)).toEqual(["2"]);
    writeFileSync(join(folder, "release.yaml"), MANIFEST);
    expect((await lines("release.yaml")).map(({ endpoint }) => endpoint)).toEqual(["2"]);
  });

  test("is found from a folder inside the repository", async () => {
    mkdirSync(join(folder, "models/churn"), { recursive: true });
    expect(await lines("models/churn")).toHaveLength(STORY.length);
  });

  test("is read where it is kept: at origin", async () => {
    const { origin, clone } = withOrigin();
    await written(clone, STORY[0]!);
    const other = scratch();
    git(other, ["clone", "--quiet", origin, "."]);
    const { printed } = await call(other, "history", "--json");
    expect(JSON.parse(printed)).toHaveLength(1);
  });

  test("says kindly that nothing has been released yet", async () => {
    const empty = repository();
    expect(await call(empty, "history", "--json")).toEqual({ exitCode: 0, printed: "[]" });
    const { exitCode, printed } = await call(empty, "history");
    expect([exitCode, printed]).toEqual([
      0,
      "Nothing has been released from here yet: there is no branch model-release-ledger in this repository.",
    ]);
  });

  test.each([
    ["a moment that is none", ["--at", "yesterday-ish"], "usage"],
    ["a day that is none", ["--at", "2026-02-30"], "usage"],
    ["an endpoint that the ledger has nothing of", ["--endpoint", "3"], "usage"],
  ])("refuses %s", async (_, words, code) => {
    await expect(call(folder, "history", ...words)).rejects.toMatchObject({ code, exitCode: 2 });
  });

  test("is not told from another endpoint's lines", async () => {
    const mixed = repository();
    await written(mixed, STORY[0]!);
    overwritten(mixed, "2.jsonl", ledgerFile(mixed, "1234567890.jsonl"));
    await expect(call(mixed, "history")).rejects.toMatchObject({
      code: "ledger-invalid",
      message: "2.jsonl:1: these are the lines of endpoint 1234567890",
    });
  });

  test("refuses a folder that is no repository", async () => {
    await expect(call(scratch(), "history")).rejects.toMatchObject({ code: "usage" });
  });

  test("lets nothing of the ledger's text act on a terminal or on a job's log", async () => {
    const hostile = repository();
    const reason = "\u001b[2J\u001b]0;title\u0007\r\n::error::owned\n##[add-mask]x\u202e\u0000\u009b31m";
    const words = { actor: "\u001b[31mroot\n::warning::x", version: "1.0.0\u001b[1A", reason };
    await written(
      hostile,
      entry({ ...words, event: "healthy", after: [{ ...ONE, version: "\u001b[5m\n::notice::" }] }),
    );
    for (const command of [["history"], ["history", "--at", "2999-01-01"], ["history", "--json"]]) {
      const { printed } = await call(hostile, ...command);
      expect(printed).not.toMatch(/[^\P{Cc}\n]|\u202e|##\[/u);
      expect(printed.split("\n").filter((line) => line.trimStart().startsWith("::"))).toEqual([]);
    }
  });
});

const MANIFEST = `apiVersion: model-release/v1
model: {name: churn, version: 1.0.0, owner: growth}
artifact: {uri: artifacts/churn, digest: "${DIGEST.one}"}
contract:
  inputs: [{name: x, dtype: float32, shape: [-1, 1]}]
  outputs: [{name: y, dtype: float32, shape: [-1, 1]}]
gates: {quality: {level: "off"}, slices: {level: "off"}, golden: {level: "off"}, sanity: {level: "off"}}
target: {kind: vertex, project: my-project, region: europe-west4, endpoint: "2", bucket: models}
`;
