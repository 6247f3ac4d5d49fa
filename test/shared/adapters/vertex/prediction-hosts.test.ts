import { describe, expect, test } from "vitest";
import { predictionHosts } from "../../../../shared/adapters/vertex/prediction-hosts.ts";

const ENDPOINT = { project: "p-1", region: "europe-west4", endpoint: "1234567890" };
const credentials = {
  auth: () => Promise.reject(new Error("not asked")),
  bearer: async () => "Bearer own",
  renew: async () => {},
};

describe("who we are is shown", () => {
  test.each([
    ["to a region's host", "https://europe-west4-aiplatform.googleapis.com/v1/x:predict", true],
    ["to the host without a region", "https://aiplatform.googleapis.com/v1/x:predict", true],
    ["to a dedicated endpoint's own", "https://123.europe-west4-456.prediction.vertexai.goog/v1/x:predict", true],
    ["not in plain text", "http://europe-west4-aiplatform.googleapis.com/v1/x:predict", false],
    ["not at another port", "https://europe-west4-aiplatform.googleapis.com:8443/v1/x:predict", false],
    ["not to another service of Google's", "https://storage.googleapis.com/x", false],
    ["not to who only begins like it", "https://europe-west4-aiplatform.googleapis.com.example.org/x", false],
    ["not to who only ends like it", "https://example-prediction.vertexai.goog/x", false],
    ["not to a page of Google's", "https://sites.google.com/x", false],
    ["not to this machine", "https://127.0.0.1/x", false],
    ["not to a model server of one's own", "https://models.example.org/v1/models/churn:predict", false],
  ])("%s", (_, url, isShown) => {
    expect(predictionHosts(undefined, credentials).knowsUs(new URL(url))).toBe(isShown);
  });

  test("never to the emulator", () => {
    const hosts = predictionHosts("127.0.0.1:8080", credentials);
    expect(hosts.knowsUs(new URL(hosts.predictUrl(ENDPOINT)))).toBe(false);
  });
});

describe("an endpoint is asked", () => {
  const path = "/v1/projects/p-1/locations/europe-west4/endpoints/1234567890:predict";
  test.each([
    ["at its region's host", undefined, `https://europe-west4-aiplatform.googleapis.com${path}`],
    [
      "at its region's host where the emulator is not named",
      "",
      `https://europe-west4-aiplatform.googleapis.com${path}`,
    ],
    ["at the emulator", "127.0.0.1:8080", `http://127.0.0.1:8080${path}`],
    ["at the emulator by another of this machine's names", "localhost:8080", `http://localhost:8080${path}`],
  ])("%s", (_, api, url) => expect(predictionHosts(api).predictUrl(ENDPOINT)).toBe(url));

  test.each([
    "10.0.0.1:8080",
    "example.org:443",
    "127.0.0.1",
    "127.0.0.1:0",
    "127.0.0.1:70000",
    "127.0.0.1.evil.org:80",
  ])("never at %s", (api) =>
    expect(() => predictionHosts(api).predictUrl(ENDPOINT)).toThrow("no address of this machine"),
  );

  test.each([
    ["a region that would be a host", { ...ENDPOINT, region: "evil.org/x" }, "target.region"],
    ["a project that would be a path", { ...ENDPOINT, project: "p/../q" }, "target.project"],
    ["an endpoint that would be a query", { ...ENDPOINT, endpoint: "1?alt=sse" }, "target.endpoint"],
  ])("not by %s", (_, endpoint, part) => {
    expect(() => predictionHosts(undefined).predictUrl(endpoint)).toThrow(part);
  });
});

test("an identity shows what the credentials have", async () => {
  using identity = await predictionHosts(undefined, credentials).identity();
  expect(identity.authorization()).toBe("Bearer own");
});

test("without credentials it is said what to do", async () => {
  const bearer = () => Promise.reject(new Error("Could not load the default credentials.\nBrowse to …"));
  await expect(predictionHosts(undefined, { ...credentials, bearer }).identity()).rejects.toMatchObject({
    code: "credentials-missing",
    message: "Google Cloud does not learn who asks: Could not load the default credentials.",
    fix: expect.stringContaining("google-github-actions/auth"),
  });
});
