import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { call } from "../call.ts";
import { scratchWithModel } from "../scratch.ts";

const URL = "http://127.0.0.1:8501/v1/models/churn:predict";
const MODEL = "artifacts/churn";

describe("load refuses", () => {
  test.each<[string, readonly string[], object]>([
    [
      "a rate that is no number",
      [URL, "--rate", "fast"],
      { message: expect.stringContaining('--rate must be a number from 0.01 to 1000000, and is "fast"') },
    ],
    ["a rate of nothing", [URL, "--rate", "0"], { code: "usage" }],
    ["a rate beyond what a machine sends", [URL, "--rate", "1e7"], { code: "usage" }],
    ["half a connection", [URL, "--connections", "1.5"], { message: expect.stringContaining("a whole number") }],
    [
      "more requests than anyone waits for",
      [URL, "--rate", "1e6", "--duration", "80000"],
      { message: expect.stringContaining("1000000000 requests") },
    ],
    [
      "arrivals that there are not",
      [URL, "--arrivals", "random"],
      { fix: "Choose --arrivals poisson or --arrivals constant." },
    ],
    ["a search without a limit", [URL, "--search"], { fix: "Give the limit with --p95 MS." }],
    ["a prediction without a request", [URL], { fix: "Give --input request.json." }],
    ["a request that is no JSON", [URL, "--input", "broken.json"], { code: "document-invalid" }],
    ["a URL with a password", ["http://user:password@127.0.0.1/"], { message: "The URL holds a name or a password." }],
    [
      "an endpoint that is none",
      ["vertex://churn"],
      { fix: "Write it as vertex://projects/PROJECT/locations/REGION/endpoints/NUMBER." },
    ],
    ["a region that would be a host", ["projects/p/locations/evil.org/endpoints/1"], { code: "usage" }],
    [
      "to show who one is to anyone",
      ["https://europe-west4-aiplatform.googleapis.com/x", "--insecure"],
      { fix: "Leave out --insecure and --ca." },
    ],
    ["a URL that is none", ["http://"], { message: '"http://" is no URL.' }],
    [
      "a variable without a token",
      ["http://127.0.0.1:1/", "--token-variable", "NOTHING"],
      { message: "The variable NOTHING holds no token." },
    ],
    ["trust in some and in all", ["https://127.0.0.1:1/", "--ca", "broken.json", "--insecure"], { code: "usage" }],
    ["to choose a server's runtime", ["http://127.0.0.1:1/", "--runtime", "embedded"], { code: "usage" }],
    ["to choose whom a model must convince", [MODEL, "--insecure"], { code: "usage" }],
    ["a request that the model does not take", [MODEL, "--input", "wrong.json"], { code: "request-invalid" }],
    ["a signature that there is not", [MODEL, "--signature", "serving"], { code: "request-invalid" }],
    ["a server that is not there", ["http://127.0.0.1:1/"], { code: "target-unreachable" }],
  ])("%s", async (_, words, failure) => {
    const folder = scratchWithModel("runtime-contract");
    writeFileSync(join(folder, "broken.json"), "{");
    writeFileSync(join(folder, "wrong.json"), '{"instances": [["text"]]}');
    await expect(call(folder, "load", ...words)).rejects.toMatchObject(failure);
  });
});
