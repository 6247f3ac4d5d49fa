import { expect, test } from "vitest";
import { tensorflowOfImage } from "../../../shared/release/serving-image.ts";

test.each([
  ["a prebuilt GPU image", "europe-docker.pkg.dev/vertex-ai/prediction/tf2-gpu.2-15:latest", "2.15"],
  ["a prebuilt CPU image", "us-docker.pkg.dev/vertex-ai/prediction/tf2-cpu.2-9", "2.9"],
  ["an image pinned by digest", "eu-docker.pkg.dev/vertex-ai/prediction/tf2-cpu.2-12@sha256:ab", "2.12"],
  ["TensorFlow Serving", "tensorflow/serving:2.17.0", "2.17"],
  ["TensorFlow Serving on a GPU", "registry.example/tensorflow/serving:2.14.1-gpu", "2.14"],
  [
    "a nightly build has no version",
    "us-docker.pkg.dev/vertex-ai-restricted/prediction/tf_opt-cpu.nightly:latest",
    null,
  ],
  ["an image of the user's own", "europe-docker.pkg.dev/p/models/churn:1.2", null],
])("%s", (_, image, expected) => {
  expect(tensorflowOfImage(image)).toBe(expected);
});
