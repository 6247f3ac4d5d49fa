import { describe, expect, test } from "vitest";
import type { Manifest } from "../../../../shared/release/manifest.ts";
import { imageFindings } from "../../../../shared/rollout/preflight/image.ts";
import { manifestOf } from "../releases.ts";

const MANIFEST = manifestOf({ name: "a", version: "1.0.0" });

function findings(image: string, tensorflow: string | null) {
  const serving = { ...MANIFEST.serving!, image };
  const provenance: Manifest["provenance"] = tensorflow === null ? {} : { framework: { tensorflow } };
  return imageFindings({ ...MANIFEST, serving, provenance });
}

const prebuilt = (version: string) => `europe-docker.pkg.dev/vertex-ai/prediction/tf2-cpu.${version}:latest`;

describe("the image of a release", () => {
  test.each<[string, string, string | null, "well" | "unseen" | "wrong"]>([
    ["of the very TensorFlow that made the model serves it", prebuilt("2-15"), "2.15.1", "well"],
    ["of a newer one does", prebuilt("2-15"), "2.12.0", "well"],
    ["of a newer major one does", prebuilt("3-0"), "2.15.0", "well"],
    ["of an older one does not", prebuilt("2-12"), "2.15.0", "wrong"],
    ["of an older major one does not, whatever its minor", prebuilt("1-15"), "2.3.0", "wrong"],
    ["of the same minor and an older patch does", "tensorflow/serving:2.15.0", "2.15.1", "well"],
    ["whose name does not say is not guessed", "europe-west4-docker.pkg.dev/p/r/server:7", "2.15.0", "unseen"],
    ["by its digest alone is not guessed", `server@sha256:${"a".repeat(64)}`, "2.15.0", "unseen"],
    ["of a model that does not say what made it is not guessed", prebuilt("2-15"), null, "unseen"],
  ])("%s", (_, image, tensorflow, kind) => {
    expect(findings(image, tensorflow)[0]).toMatchObject({ kind });
  });

  test.each<[string, string, "well" | "wrong"]>([
    ["in the endpoint's region is pulled", "europe-west4-docker.pkg.dev/p/r/serving:2.15.0", "well"],
    ["of the platform is pulled from anywhere", "us-central1-docker.pkg.dev/vertex-ai/prediction/tf2-cpu.2-15", "well"],
    ["of several regions is", "us-docker.pkg.dev/p/r/serving:2.15.0", "well"],
    ["of another host is not judged", "docker.io/tensorflow/serving:2.15.0", "well"],
    ["in another region is not", "us-central1-docker.pkg.dev/p/r/serving:2.15.0", "wrong"],
  ])("%s", (_, image, kind) => {
    expect(findings(image, "2.15.0")[1]).toMatchObject({ kind });
  });

  test("is named where there is none", () => {
    const { serving: _, ...rest } = MANIFEST;
    expect(imageFindings(rest)).toMatchObject([{ kind: "wrong", fix: "Add serving to it." }]);
  });
});
