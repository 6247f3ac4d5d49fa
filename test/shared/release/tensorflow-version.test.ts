import { describe, expect, test } from "vitest";
import { agreedVersion, chooseVersion, isVersion, servedVersion } from "../../../shared/release/tensorflow-version.ts";

const AVAILABLE = ["2.21.0", "2.20.0", "2.16.2", "2.15.1", "2.15.0", "2.12.1"];

describe("what a manifest is served with", () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  test.each<[string, string, object | null]>([
    [
      "the image comes first",
      "serving: {image: x/prediction/tf2-gpu.2-15:latest}\nprovenance: {framework: {tensorflow: 2.12.0}}",
      { version: "2.15", by: "serving.image" },
    ],
    [
      "an image of TensorFlow Serving",
      "serving: {image: 'tensorflow/serving:2.16.1-gpu'}",
      { version: "2.16", by: "serving.image" },
    ],
    [
      "the framework where the image does not tell",
      "serving: {image: ghcr.io/me/own:1}\nprovenance: {framework: {tensorflow: 2.15.1}}",
      { version: "2.15", by: "provenance.framework.tensorflow" },
    ],
    [
      "a release candidate is its minor version",
      "provenance: {framework: {tensorflow: 2.16.0-rc1}}",
      { version: "2.16", by: "provenance.framework.tensorflow" },
    ],
    ["a framework that is a number", "provenance: {framework: {tensorflow: 2.15}}", null],
    ["neither", "model: {name: churn}", null],
    ["a list where an object belongs", "serving: [image]", null],
    ["no YAML", "{{{", null],
    ["nothing", "", null],
    [
      "wrong elsewhere",
      "modle: 3\nserving: {image: x/prediction/tf2-cpu.2-12:latest}",
      { version: "2.12", by: "serving.image" },
    ],
  ])("%s", (_, text, expected) => {
    expect(servedVersion(bytes(text), "a/release.yaml")).toEqual(expected && { file: "a/release.yaml", ...expected });
  });
});

describe("what all manifests agree on", () => {
  const by = "serving.image" as const;
  test("is the first one's, when they name the same", () => {
    const served = ["a", "b"].map((file) => ({ file, version: "2.15", by }));
    expect(agreedVersion(served)).toEqual(served[0]);
  });
  test("is nothing, when there are none", () => {
    expect(agreedVersion([])).toBeNull();
  });
  test("is a failure that names them, when they differ", () => {
    const served = [
      { file: "a", version: "2.15", by },
      { file: "b", version: "2.12", by },
      { file: "c", version: "2.15", by },
    ];
    expect(() => agreedVersion(served)).toThrow(/2\.15 \(c\), 2\.12 \(b\)|2\.15 \(a\), 2\.12 \(b\)/);
  });
});

test.each([
  ["a minor version is its newest patch", "2.15", "2.15.1"],
  ["a patch is itself", "2.15.0", "2.15.0"],
  ["2.1 is not 2.15", "2.12", "2.12.1"],
])("%s", (_, wanted, chosen) => {
  expect(chooseVersion(wanted, AVAILABLE)).toBe(chosen);
});

test.each([
  ["a patch that does not exist", "2.15.9", "Take 2.15.1, the nearest: patches of one minor version serve alike."],
  ["a version from the future", "2.99", "Take 2.21.0, the nearest."],
  ["a version from the past", "2.9", "Take 2.12.1, the nearest."],
  ["a prefix of a number", "2.1", "Take 2.12.1, the nearest."],
])("%s is refused with the nearest", (_, wanted, fix) => {
  expect(() => chooseVersion(wanted, AVAILABLE)).toThrow(expect.objectContaining({ code: "usage", fix }));
});

test("where there is none at all, it says how to get one", () => {
  expect(() => chooseVersion("2.15", [])).toThrow(expect.objectContaining({ code: "runtime-missing" }));
});

test.each([
  ["2.15", true],
  ["2.15.1", true],
  ["2", false],
  ["2.x", false],
  ["2.15.1; rm", false],
  ["2.1500", false],
  ["", false],
])("%j is a version: %j", (text, expected) => {
  expect(isVersion(text)).toBe(expected);
});
