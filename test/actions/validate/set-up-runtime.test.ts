import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { StepPorts } from "../../../actions/validate/run.ts";
import { embeddedRuntime } from "../../../shared/adapters/embedded/runtime.ts";
import { localFiles } from "../../../shared/adapters/files/files.ts";
import { Failure } from "../../../shared/failure.ts";
import { writeManifest } from "./laid-release.ts";

import { model, proposal, validate } from "./proposed-releases.ts";

describe("TensorFlow that is missing", () => {
  test.each([
    ["auto", "cpu"],
    ["cpu", "cpu"],
    ["gpu", "gpu"],
  ])("is set up for the device %s in the variant %s, at the version of the manifests", async (device, variant) => {
    const folder = await proposal((at) =>
      writeManifest(at, "release.yaml", { provenance: { framework: { tensorflow: "2.15.1" } } }),
    );
    const { step, requests } = await validate(folder, { runtime: "", device }, missingRuntime());
    expect(requests).toEqual([{ tensorflow: "2.15.1", variant, indexUrl: null }]);
    expect(step.exitCode).toBe(device === "gpu" ? 1 : 0);
  });

  test.each<[string, string]>([
    ["where any runtime will do", "auto"],
    ["where another is asked for", "embedded"],
  ])("is not set up %s", async (_, runtime) => {
    const folder = await proposal((at) => writeManifest(at, "release.yaml", model("sums", "1.1.0")));
    const { requests, failures } = await validate(folder, { runtime }, missingRuntime());
    expect(requests).toEqual([]);
    expect(failures.map(({ code }) => code)).toEqual(["runtime-missing"]);
  });

  test("is not set up for a model that is refused before it is loaded", async () => {
    const folder = await proposal((at) => writeFileSync(join(at, "artifact/fingerprint.pb"), "changed"));
    const { requests } = await validate(folder, { manifest: "release.yaml", runtime: "" }, missingRuntime());
    expect(requests).toEqual([]);
  });

  test("and cannot be set up is a Failure that says why", async () => {
    const folder = await proposal((at) => writeManifest(at, "release.yaml", model("sums", "1.1.0")));
    const setup = async () => {
      throw new Failure("tool-missing", "There is no C++ compiler.", { fix: "Install g++." });
    };
    const { step, failures } = await validate(folder, { runtime: "" }, { ...missingRuntime(), setup });
    expect([step.exitCode, failures[0]?.code]).toEqual([2, "tool-missing"]);
  });
});

function missingRuntime(): Partial<StepPorts> {
  let asked = 0;
  return {
    async runtime() {
      asked += 1;
      if (asked > 1) return embeddedRuntime(localFiles());
      throw new Failure("runtime-missing", "TensorFlow has not been set up.", { fix: "Set it up." });
    },
  };
}
