import { expect, test } from "vitest";
import lockfile from "../../../../../package-lock.json" with { type: "json" };
import {
  type Lockfile,
  lockfileOf,
  nativeLock,
  nativePackages,
} from "../../../../../shared/adapters/system/provision/native-packages.ts";
import { requirePlatform } from "../../../../../shared/adapters/system/provision/platform.ts";

const locked = lockfile as unknown as Lockfile;
const LINUX = { os: "linux", cpu: "x64", libc: "glibc" };

test("the lockfile's native packages of Linux x64 are these, and none of another platform", () => {
  expect([...nativePackages(locked, LINUX).keys()]).toEqual([
    "@duckdb/node-api",
    "@duckdb/node-bindings",
    "@duckdb/node-bindings-linux-x64",
    "@tensorflow/tfjs-node-gpu",
    "detect-libc",
  ]);
});

test("each has a version and an integrity", () => {
  for (const [, { version, integrity }] of nativePackages(locked, LINUX)) {
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
    expect(integrity).toMatch(/^sha512-/);
  }
});

test("the bundle's part of the lockfile gives the same packages, so the same key", () => {
  const lockfiles = [locked, nativeLock(locked)].map((each) => lockfileOf(nativePackages(each, LINUX)).lockfile);
  expect(lockfiles[1]).toBe(lockfiles[0]);
  expect(JSON.stringify(nativeLock(locked)).length).toBeLessThan(10_000);
});

test("a cycle of dependencies ends", () => {
  const packages = Object.fromEntries(
    ["@duckdb/node-api", "a"].map((name) => [
      `node_modules/${name}`,
      { version: "1.0.0", dependencies: { a: "1", "@duckdb/node-api": "1" } },
    ]),
  );
  expect([...nativePackages({ packages }, LINUX).keys()]).toEqual(["@duckdb/node-api", "a"]);
});

test.each([
  ["Linux x64", "cpu", LINUX, true],
  ["Linux arm64", "cpu", { ...LINUX, cpu: "arm64" }, false],
  ["Linux arm64 with a TensorFlow of its own", "system", { ...LINUX, cpu: "arm64" }, true],
  ["Alpine", "cpu", { ...LINUX, libc: "musl" }, false],
  ["macOS", "cpu", { os: "darwin", cpu: "arm64", libc: "musl" }, false],
  ["Windows", "system", { os: "win32", cpu: "x64", libc: "musl" }, false],
] as const)("%s for the variant %s: %o is taken: %j", (_, variant, platform, isFit) => {
  if (isFit) expect(requirePlatform(variant, platform)).toBe(platform);
  else
    expect(() => requirePlatform(variant, platform)).toThrow(expect.objectContaining({ code: "platform-unsupported" }));
});
