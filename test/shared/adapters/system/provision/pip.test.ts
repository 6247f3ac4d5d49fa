import { expect, test } from "vitest";
import { pipArguments } from "../../../../../shared/adapters/system/provision/pip.ts";
import { pipFailure } from "../../../../../shared/adapters/system/provision/pip-failure.ts";
import {
  parseWheelTable,
  pinnedVersions,
  pinnedWheels,
  wheelsFor,
} from "../../../../../shared/adapters/system/provision/wheel-table.ts";

test("pip is asked for exactly the pinned wheel, and for nothing of this machine's own Python", () => {
  const words = pipArguments(
    "tensorflow_cpu-2.15.1-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl",
    "/into",
  );
  expect(words.join(" ")).toBe(
    "-m pip download --quiet --no-deps --only-binary=:all: --no-cache-dir --implementation cp --python-version 3.11 " +
      "--abi cp311 --abi none --platform manylinux_2_17_x86_64 --platform manylinux2014_x86_64 --dest /into tensorflow_cpu==2.15.1",
  );
});

const WHEEL = "tensorflow_cpu-2.15.1-cp311-cp311-manylinux2014_x86_64.whl";

test.each([
  [
    "a refused connection",
    "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError': [Errno 111] Connection refused\nERROR: No matching distribution found for x",
    "download-failed",
    "cannot be reached",
  ],
  ["a name that is unknown", "Temporary failure in name resolution", "download-failed", "cannot be reached"],
  ["a proxy that fails", "ProxyError('Cannot connect to proxy.')", "download-failed", "cannot be reached"],
  [
    "a certificate of the network's own",
    "SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]'))",
    "download-failed",
    "a certificate that pip does not trust",
  ],
  [
    "an index that wants a password",
    "ERROR: HTTP error 401 Client Error: Unauthorized for url",
    "download-failed",
    "wants credentials",
  ],
  [
    "no version at all",
    "ERROR: Could not find a version that satisfies the requirement x (from versions: none)",
    "download-failed",
    "cannot be reached, or has no wheel",
  ],
  [
    "other versions",
    "ERROR: Could not find a version that satisfies the requirement x (from versions: 2.99.0)\nERROR: No matching distribution found",
    "download-failed",
    "does not have this wheel",
  ],
  ["a full disk", "OSError: [Errno 28] No space left on device", "out-of-space", "the disk is full"],
  [
    "words that nobody knows",
    "Traceback (most recent call last):\n  boom",
    "tool-failed",
    "pip failed (pip: Traceback (most recent call last): /   boom)",
  ],
])("%s", (_, stderr, code, what) => {
  const failure = pipFailure({ exitCode: 1, isLate: false, stdout: "", stderr }, WHEEL, null);
  expect(failure).toMatchObject({ code, message: expect.stringContaining(what) });
});

test("what pip says is shortened and shows no password", () => {
  const stderr = `ERROR: ${"x".repeat(5000)}\nERROR: https://me:secret@index.example/simple`;
  const { message } = pipFailure(
    { exitCode: 1, isLate: false, stdout: "", stderr },
    WHEEL,
    "https://me:secret@index.example/simple",
  );
  expect(message.length).toBeLessThan(800);
  expect(message).not.toContain("secret");
});

test("a pip that ends by the deadline could not reach the index", () => {
  const late = { exitCode: null, isLate: true, stdout: "", stderr: "" };
  expect(pipFailure(late, WHEEL, null)).toMatchObject({ code: "download-failed" });
});

test("the table has every version from 2.12 to 2.21 for CPU and GPU, each with both libraries of TensorFlow", () => {
  const table = pinnedWheels();
  const versions = ["2.21.0", "2.20.0", "2.19.1", "2.18.1", "2.17.1", "2.16.2", "2.15.1", "2.14.1", "2.13.1", "2.12.1"];
  for (const variant of ["cpu", "gpu"] as const) {
    expect(pinnedVersions(table, variant)).toEqual(versions);
    for (const version of versions) {
      const [wheel] = wheelsFor(table, version, variant);
      expect(wheel!.file).toContain(`-${version}-cp311-`);
      expect(wheel!.members.map(({ file }) => file)).toEqual([
        "tensorflow/libtensorflow_cc.so.2",
        "tensorflow/libtensorflow_framework.so.2",
      ]);
    }
  }
});

test.each([
  ["2.21.0", 13],
  ["2.15.1", 13],
  ["2.14.1", 11],
  ["2.13.1", 1],
])("%s for GPU is %i wheels", (version, count) => {
  expect(wheelsFor(pinnedWheels(), version, "gpu")).toHaveLength(count);
});

test("no wheel stands twice in the table with another sum", () => {
  const sums = new Map<string, string>();
  for (const { file, sha256 } of pinnedWheels().flatMap(({ wheels }) => wheels)) {
    expect(sums.get(file) ?? sha256).toBe(sha256);
    sums.set(file, sha256);
  }
});

test.each([
  ["a sum that is too short", "cuda 2.21.0\n  abc 12 x.whl"],
  ["a row before any block", `  ${"0".repeat(64)} 12 x.whl`],
  ["a block without a version", "cuda"],
])("%s is a defect of the table", (_, text) => {
  expect(() => parseWheelTable(text)).toThrow("The table of wheels has a line that is none");
});
