import { afterEach, expect, test, vi } from "vitest";
import { vertexCloud } from "../../../../shared/adapters/vertex/cloud.ts";

afterEach(() => vi.unstubAllEnvs());

test.each([
  ["that are not there", "/nowhere/credentials.json"],
  ["that are no JSON", import.meta.filename],
])("credentials %s are told of, and end nothing but the call", async (_, file) => {
  vi.stubEnv("GOOGLE_APPLICATION_CREDENTIALS", file);
  await using cloud = vertexCloud({ project: "p-1", region: "europe-west4" });
  const refused = {
    kind: "refused",
    reason: "credentials",
    fix: expect.stringContaining("google-github-actions/auth"),
  };
  expect(await cloud.endpoint("1").read()).toMatchObject(refused);
  expect(await cloud.endpoint("1").share({ 101: 100 }, "etag")).toMatchObject(refused);
  expect(await cloud.registry.list("churn")).toMatchObject(refused);
});
