import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { NOTICES, readNotices } from "../../.github/scripts/bundle/notices.ts";
import { project } from "./build.ts";

/** They ask for no more than that they are named, and bind nobody else's code. */
const PERMISSIVE = /^(\(?(MIT|ISC|Apache-2\.0|BSD-2-Clause|BSD-3-Clause|BlueOak-1\.0\.0|BSL-1\.0|0BSD)( AND |\)?$))+$/;

const notices = readFileSync(join(inject("bundle"), NOTICES), "utf8");
const told = readNotices(notices);
const packages = told.flatMap((entry) => entry.packages);

describe("the notices beside the bundle", () => {
  test("name the packages whose code is in it, each once", () => {
    expect(notices).toMatch(/^The programs in this folder contain code of these packages\.$/m);
    expect(packages.map((name) => name.split(" ")[0])).toEqual(
      expect.arrayContaining([
        "yaml",
        "ajv",
        "@grpc/grpc-js",
        "@actions/core",
        "@tensorflow/tfjs-backend-wasm",
        "d3-shape",
      ]),
    );
    expect(new Set(packages).size).toBe(packages.length);
  });

  test("name no package that only our tests need", () => {
    const locked = JSON.parse(readFileSync(join(project, "package-lock.json"), "utf8")).packages as Locked;
    const shipped = Object.entries(locked).filter(([, { dev }]) => dev !== true);
    const known = new Set(shipped.map(([path, { version }]) => `${path.replace(/^.*node_modules\//, "")} ${version}`));
    expect(packages.filter((name) => !known.has(name))).toEqual([]);
  });

  test("name a licence that permits it, for every one", () => {
    expect(told.filter(({ licence }) => !PERMISSIVE.test(licence)).map((entry) => entry.packages)).toEqual([]);
  });

  test("quote the licence of all but those who come without its text", () => {
    const without = told.filter(({ text }) => text.length < 100).flatMap((entry) => entry.packages);
    expect(without.length / packages.length).toBeLessThan(0.1);
    expect(told.find((entry) => entry.packages.some((name) => name.startsWith("yaml ")))?.text).toContain("Eemeli Aro");
  });
});

type Locked = Readonly<Record<string, { readonly version: string; readonly dev?: boolean }>>;
