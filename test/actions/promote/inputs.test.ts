import { describe, expect, test } from "vitest";
import { INPUTS, parseInputs } from "../../../actions/promote/inputs.ts";
import { INPUTS as BACK, parseInputs as parseBack } from "../../../actions/rollback/inputs.ts";

const NOTHING = texts(INPUTS);
const BACK_TO = { ...texts(BACK), manifest: "release.yaml" };

describe("the inputs of promote", () => {
  test("that are not given promote everything, in one tick", () => {
    expect(parseInputs(NOTHING)).toEqual({
      token: "",
      manifest: null,
      isPatient: false,
      timeoutMinutes: 330,
      evidence: null,
      isDryRun: false,
    });
  });

  test("are named all at once where they are wrong", () => {
    const wrong = { ...NOTHING, wait: "yes", "timeout-minutes": "0", "dry-run": "1" };
    expect(() => parseInputs(wrong)).toThrow(/wait is "yes".*timeout-minutes is "0".*dry-run is "1"/);
    expect(() => parseInputs({ ...NOTHING, wait: "yes", "dry-run": "1" })).toThrow(/wait is "yes".*dry-run is "1"/);
  });

  test.each([
    ["1", 1],
    ["10080", 10_080],
  ])("may wait %s minutes", (text, timeoutMinutes) => {
    expect(parseInputs({ ...NOTHING, "timeout-minutes": text }).timeoutMinutes).toBe(timeoutMinutes);
  });

  test.each(["0", "10081", "-1", "1.5", "1e3", "99999"])("may not wait %s minutes", (text) => {
    expect(() => parseInputs({ ...NOTHING, "timeout-minutes": text })).toThrow(/timeout-minutes/);
  });
});

describe("the inputs of rollback", () => {
  test("need a manifest, and nothing else", () => {
    expect(parseBack(BACK_TO)).toMatchObject({ manifest: "release.yaml", to: null, timeoutMinutes: 60 });
    expect(() => parseBack({ ...BACK_TO, manifest: "" })).toThrow("manifest is empty");
  });

  test.each(["0", "1441", "soon"])("may not wait %s minutes", (text) => {
    expect(() => parseBack({ ...BACK_TO, "timeout-minutes": text })).toThrow(/timeout-minutes/);
  });
});

function texts<Name extends string>(inputs: Readonly<Record<Name, object>>): Record<Name, string> {
  return Object.fromEntries(Object.keys(inputs).map((name) => [name, ""])) as Record<Name, string>;
}
