import { describe, expect, test } from "vitest";
import { withNearest } from "../../../actions/validate/nearest-return.ts";
import { Failure } from "../../../shared/failure.ts";
import { appended, chainText } from "../../../shared/ledger/chain.ts";
import { parseManifest } from "../../../shared/release/manifest.ts";
import { fakeRepository } from "../../fakes/repository.ts";
import { DIGEST, entry } from "../../shared/ledger/entries.ts";

const MANY: Readonly<Record<string, string>> = { one: "1.0.0", two: "2.0.0", three: "3.0.0" };
const manifestText = (digest: string, version: string, uri = "artifact"): string => `apiVersion: model-release/v1
model: {name: churn, version: ${version}, owner: growth}
artifact: {uri: "${uri}", digest: "${digest}"}
contract:
  inputs: [{name: x, dtype: float32, shape: [-1, 1]}]
  outputs: [{name: y, dtype: float32, shape: [-1, 1]}]
gates: {quality: {level: "off"}, slices: {level: "off"}, golden: {level: "off"}, sanity: {level: "off"}}
target: {kind: vertex, project: p, region: europe-west4, endpoint: "42", bucket: models}
`;

interface World {
  /** What commit `one` has beside its manifest. */
  readonly kept?: Readonly<Record<string, string>>;
  readonly uri?: string;
  readonly ledger?: string | null;
}

const LOST = new Failure("artifact-missing", "churn/artifact is not there", { fix: "Restore it." });

/** Three releases were well, one after the other; the second is wanted back, and lost. */
async function told(
  { kept = { "churn/artifact/saved_model.pb": "graph" }, uri, ledger }: World,
  thrown: unknown = LOST,
) {
  const digests: Readonly<Record<string, string>> = DIGEST;
  const commits = Object.keys(MANY).map((name) => ({
    name,
    files: {
      "churn/release.yaml": manifestText(digests[name]!, MANY[name]!, uri),
      ...(name === "one" ? kept : {}),
    },
  }));
  const bare = fakeRepository({ commits, head: "three" });
  const chain = appended(
    [],
    Object.keys(MANY).map((name) =>
      entry({
        endpoint: "42",
        event: "healthy",
        digest: digests[name]!,
        version: MANY[name]!,
        commit: bare.commits[name]!,
      }),
    ),
  );
  const text = ledger === undefined ? chainText(chain) : ledger;
  const files: Record<string, string> = text === null ? {} : { "42.jsonl": text };
  const history = { commits: [...commits, { name: "ledger", files }], head: "three" };
  const { repository } = fakeRepository(
    { ...history, branches: { "model-release-ledger": "ledger" } },
    { folder: "churn" },
  );
  const manifest = parseManifest(manifestText(DIGEST.two, "2.0.0"), "release.yaml");
  const proposed = { path: "/repository/churn/release.yaml", manifest };
  return withNearest(thrown, proposed, { repositories: { find: async () => repository } });
}

describe("a revert whose artifact is gone", () => {
  test("is told the nearest release that can be brought back, and why it is red", async () => {
    expect(await told({})).toMatchObject({
      code: "artifact-missing",
      message: LOST.message,
      fix: expect.stringMatching(/^Restore it\. Or bring back churn 1\.0\.0, which was well too/),
    });
  });

  test("is offered what lies in a bucket as well", async () => {
    expect(await told({ kept: {}, uri: "gs://models/churn" })).toMatchObject({
      fix: expect.stringContaining("churn 1.0.0"),
    });
  });

  test.each<[string, World]>([
    ["whose artifact is gone as well", { kept: {} }],
    ["that no ledger knows", { ledger: null }],
    ["of a ledger that nobody can read", { ledger: "{\n" }],
  ])("is offered nothing %s", async (_, world) => {
    expect(await told(world)).toBe(LOST);
  });

  test("is told nothing else where something else is wrong", async () => {
    const other = new Failure("dataset-invalid", "no rows", { fix: "Add some." });
    expect(await told({}, other)).toBe(other);
  });
});
