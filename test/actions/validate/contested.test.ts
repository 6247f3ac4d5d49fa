import { describe, expect, test } from "vitest";
import { refuseContested } from "../../../actions/validate/contested.ts";
import { parseManifest } from "../../../shared/release/manifest.ts";
import { fakeRepository } from "../../fakes/repository.ts";

const manifestText = (target: string): string => `apiVersion: model-release/v1
model: {name: churn, version: 1.0.0, owner: growth}
artifact: {uri: artifacts/churn, digest: "sha256:${"a".repeat(64)}"}
contract:
  inputs: [{name: x, dtype: float32, shape: [-1, 1]}]
  outputs: [{name: y, dtype: float32, shape: [-1, 1]}]
gates: {quality: {level: "off"}, slices: {level: "off"}, golden: {level: "off"}, sanity: {level: "off"}}
${target}
`;
const at = (endpoint: string, region = "europe-west4") =>
  manifestText(`target: {kind: vertex, project: p, region: ${region}, endpoint: "${endpoint}", bucket: models}`);
const NOWHERE = manifestText("");

function refuse(own: string, others: Readonly<Record<string, string>>): Promise<void> {
  const files = { "eu/release.yaml": own, ...others };
  const { repository } = fakeRepository({ commits: [{ name: "tip", files }], head: "tip" }, { folder: "eu" });
  const proposed = { path: "/repository/eu/release.yaml", manifest: parseManifest(own, "eu/release.yaml") };
  return refuseContested(proposed, { repositories: { find: async () => repository } });
}

describe("an endpoint that several manifests name", () => {
  test("is refused, and both are named", async () => {
    await expect(refuse(at("42"), { "us/release.yaml": at("42") })).rejects.toMatchObject({
      code: "manifest-invalid",
      message: "eu/release.yaml and us/release.yaml both name endpoint 42",
    });
  });

  test("is refused with all of them", async () => {
    const others = { "us/release.yaml": at("42"), "asia/release.yml": at("42"), "other/release.yaml": at("43") };
    await expect(refuse(at("42"), others)).rejects.toThrow(
      "asia/release.yml, eu/release.yaml and us/release.yaml all name endpoint 42",
    );
  });

  test.each<[string, string, Readonly<Record<string, string>>]>([
    ["alone in its repository", at("42"), {}],
    ["beside others with endpoints of their own", at("42"), { "us/release.yaml": at("43") }],
    ["beside one of that number in another region", at("42"), { "us/release.yaml": at("42", "us-central1") }],
    ["beside what nobody can read", at("42"), { "us/release.yaml": "model: [" }],
    ["that is served nowhere", NOWHERE, { "us/release.yaml": NOWHERE }],
  ])("is none %s", async (_, own, others) => {
    await expect(refuse(own, others)).resolves.toBeUndefined();
  });
});
