import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { writeOutputs } from "../../../shared/action/step.ts";

afterEach(() => vi.unstubAllEnvs());

test.each([
  ["is not there", join(tmpdir(), "no-such-folder/output")],
  ["is a folder", tmpdir()],
])("outputs whose file %s are a platform's failure, and no defect", (_, path) => {
  vi.stubEnv("GITHUB_OUTPUT", path);
  expect(() => writeOutputs({ verdict: "pass" })).toThrow(
    expect.objectContaining({ code: "io", exitCode: 4, fix: expect.stringContaining("GITHUB_OUTPUT") }),
  );
});
