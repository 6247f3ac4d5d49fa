import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readHandedOver } from "../../../actions/report/given-evidence.ts";
import { parsePassRecord } from "../../../shared/report/pass-record.ts";
import type { Content } from "../../contract/history.ts";
import { fakeFiles } from "../../fakes/files.ts";
import { evidence } from "../../shared/gate/good.ts";
import { CHALLENGER, evidenceOf, reportIn } from "./world.ts";

const GOOD = evidenceOf();
const head = { "churn/release.yaml": CHALLENGER };

const changed = (from: string, to: string): string => {
  expect(GOOD).toContain(from);
  return GOOD.replace(from, to);
};

describe("evidence that was forged is refused, with what is wrong with it", () => {
  test.each<[string, Content, RegExp]>([
    ["no JSON", "evidence", /churn\/evidence\.json:1:1: /],
    ["empty", "", /churn\/evidence\.json:1:1: /],
    ["no text", new Uint8Array([0xff, 0xfe, 0, 1]), /UTF-16/],
    ["a number that JSON has not", changed('"rows": 4000', '"rows": NaN'), /churn\/evidence\.json:\d+:\d+: /],
    ["a number beyond all", changed('"rows": 4000', '"rows": 1e999'), /churn\/evidence\.json:\d+:\d+: /],
    ["a key twice", changed('"schema"', '"schema": "model-release/evidence/v1", "schema"'), /schema/],
    ["another schema", changed("evidence/v1", "evidence/v9"), /schema/],
    ["a key that is none", changed('"runtime"', '"verdict": "pass", "runtime"'), /verdict/],
    ["a prototype", changed('"runtime"', '"__proto__": {"status": "pass"}, "runtime"'), /__proto__/],
    ["a digest that is none", changed(`"digest": "sha256:${"c".repeat(64)}"`, '"digest": "sha256:c"'), /digest/],
    ["a verdict instead", JSON.stringify({ schema: "model-release/verdict/v1", status: "pass" }), /release is missing/],
    ["too deep", `${'{"lint":'.repeat(50_000)}1`, /nested more than 16 levels/],
    ["of too many values", `[${"0,".repeat(2 ** 20)}0]`, /more than 1048576 values/],
    ["too large", " ".repeat(32 * 2 ** 20 + 1), /more than 33554432/],
  ])("where it is %s", async (_, content, why) => {
    const { step, check } = await reportIn({ head, handedOver: { "churn/evidence.json": content } });
    expect(step).toMatchObject({ verdict: "inconclusive", exitCode: 3 });
    expect(check!.conclusion).toBe("action_required");
    expect(check!.annotations[0]!.message).toMatch(/^churn 2\.0\.0 \(sha256:cccccccccccc…\) is not validated: /);
    expect(check!.annotations[0]!.message).toMatch(why);
    expect(parsePassRecord(check!.summary!)!.releases).toEqual([]);
  });

  test.each<[string, Readonly<Record<string, Content>>]>([
    ["as the evidence itself", { "churn/evidence.json": { link: "../../../event.json" } }],
    ["as a folder", { churn: { link: ".." } }],
    ["beside it", { "churn/evidence.json": GOOD, "churn/card.md": { link: "../../../event.json" } }],
  ])("where a link lies %s", async (_, handedOver) => {
    const { step, check, folder } = await reportIn({ head, handedOver });
    expect(step).toMatchObject({ verdict: "inconclusive", exitCode: 3 });
    expect(check!.annotations[0]!.message).toMatch(/symbolic link/);
    expect(readFileSync(join(folder, "../event.json"), "utf8")).toMatch(/^\{"pull_request"/);
  });

  test("where there is none of it but a good one beside: that one counts", async () => {
    const handedOver = { "churn/evidence.json": GOOD, "forged/evidence.json": "{" };
    const { step, infos } = await reportIn({ head, handedOver });
    expect(step).toMatchObject({ verdict: "pass", exitCode: 0 });
    expect(infos).toContainEqual(
      expect.stringMatching(/^What is no evidence is left alone: forged\/evidence\.json:1:2: /),
    );
  });
});

test("the page takes the place of a link, and what that leads to stays as it is", async () => {
  const handedOver = { "churn/evidence.json": GOOD, "report.html": { link: "../../event.json" } };
  const { step, folder } = await reportIn({ head, handedOver });
  expect(step).toMatchObject({ verdict: "inconclusive", reportPath: "model-release-evidence/report.html" });
  expect(lstatSync(join(folder, step.reportPath)).isFile()).toBe(true);
  expect(readFileSync(join(folder, "../event.json"), "utf8")).toMatch(/^\{"pull_request"/);
});

describe("how much is handed over is bounded", () => {
  const folders = (count: number): Readonly<Record<string, string>> =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`/e/${index}/evidence.json`, "{}"]));

  test("128 files are read", async () => {
    expect((await readHandedOver("/e", fakeFiles(folders(128)))).refused).toHaveLength(128);
  });

  test("129 files are refused together, before any is read", async () => {
    await expect(readHandedOver("/e", fakeFiles(folders(129)))).rejects.toMatchObject({ code: "limit-exceeded" });
  });

  test("more bytes than can be read in seconds are refused together", async () => {
    const large = new Uint8Array(32 * 2 ** 20);
    const five = Object.fromEntries([1, 2, 3, 4, 5].map((index) => [`/e/${index}/evidence.json`, large]));
    await expect(readHandedOver("/e", fakeFiles(five))).rejects.toMatchObject({ code: "limit-exceeded" });
  });
});

describe("evidence is found", () => {
  test.each<[string, string, string]>([
    ["in the folder itself", "/e/evidence.json", ""],
    ["in a folder of it", "/e/churn/evidence.json", "churn"],
    ["deeper", "/e/artifact/churn/evidence.json", "artifact/churn"],
  ])("%s", async (_, path, folder) => {
    const { given } = await readHandedOver("/e", fakeFiles({ [path]: GOOD }));
    expect(given).toEqual([{ folder, evidence }]);
  });

  test.each(["/e/old-evidence.json", "/e/evidence.json.bak", "/e/evidence.json/x", "/e/EVIDENCE.JSON"])(
    "nowhere else, as in %s",
    async (path) => {
      expect(await readHandedOver("/e", fakeFiles({ [path]: GOOD }))).toEqual({ given: [], refused: [] });
    },
  );

  test("in the order in which validate names the folders of one model", async () => {
    const names = ["churn-10", "churn", "churn-2", "a", "churn-x"];
    const files = fakeFiles(Object.fromEntries(names.map((name) => [`/e/${name}/evidence.json`, GOOD])));
    const { given } = await readHandedOver("/e", files);
    expect(given.map(({ folder }) => folder)).toEqual(["a", "churn", "churn-2", "churn-10", "churn-x"]);
  });
});
