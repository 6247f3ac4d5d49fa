import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Signature } from "../../../shared/ports/signature.ts";
import { completeness, placeholders } from "../../../shared/release/completeness.ts";
import { parseManifest } from "../../../shared/release/manifest.ts";
import { type ManifestFacts, refreshManifest, writeManifest } from "../../../shared/release/manifest-text.ts";
import { threadClock } from "../../thread-clock.ts";

const VALID = join(import.meta.dirname, "../../../fixtures/releases/valid");
const DIGEST = `sha256:${"ab".repeat(32)}`;

const SIGNATURE: Signature = {
  name: "serving_default",
  method: "tensorflow/serving/predict",
  inputs: [{ name: "features", dtype: "float32", shape: [-1, 3] }],
  outputs: [{ name: "probability", dtype: "float32", shape: [-1, 1] }],
};

const FACTS: ManifestFacts = {
  uri: "artifacts/churn",
  digest: DIGEST,
  signatures: [SIGNATURE],
  tensorflowVersion: "2.15.1",
  kerasVersion: null,
};

/** Facts that say what a manifest already does. */
function factsOf(text: string): ManifestFacts {
  const { artifact, contract, provenance } = parseManifest(text, "f");
  return {
    uri: artifact.uri,
    digest: artifact.digest,
    signatures: [{ ...SIGNATURE, ...contract, name: artifact.signatureName }],
    tensorflowVersion: provenance?.framework?.tensorflow ?? null,
    kerasVersion: provenance?.framework?.keras ?? null,
  };
}

describe("a fresh manifest", () => {
  const text = writeManifest(FACTS);
  const manifest = parseManifest(text, "release.yaml");

  test("is valid, holds the facts, and begins with the schema for editors", () => {
    expect(text).toMatch(
      /^# yaml-language-server: \$schema=https:\/\/raw\.githubusercontent\.com\/OWNER\/model-release\/COMMIT\/shared\/schema\/release\.schema\.json\n/,
    );
    expect(manifest.artifact).toMatchObject({
      uri: "artifacts/churn",
      digest: DIGEST,
      signatureName: "serving_default",
    });
    expect(manifest.contract).toMatchObject({ inputs: SIGNATURE.inputs, outputs: SIGNATURE.outputs });
    expect(manifest.provenance?.framework).toEqual({ tensorflow: "2.15.1" });
  });

  test("says what only a person knows, and promises nothing", () => {
    expect(placeholders(manifest)).toEqual(["model.owner"]);
    expect(manifest.gates).toMatchObject({ quality: { level: "off" }, golden: { level: "off" } });
    expect(manifest.gates).toMatchObject({ latency: { durationSeconds: 10 }, soak: { durationSeconds: 15 } });
    expect(text.match(/TODO/g)!.length).toBeGreaterThan(8);
    expect(completeness(manifest)).toMatchObject({ named: 1, of: 7 });
  });

  test("refreshed at once is the same to the byte", () => {
    expect(refreshManifest(text, FACTS, "release.yaml")).toEqual({ text, changes: [], warnings: [] });
  });

  test.each([
    ["a folder's name", "artifacts/Churn Model", "churn-model"],
    ["a version's folder is named by the one around it", "models/churn/3", "churn"],
    ["a folder that says nothing", "saved_model", "model"],
    ["digits in front", "123-churn", "churn"],
    ["letters that a name cannot hold", "größe", "gr-e"],
    ["nothing left", "模型", "model"],
    ["a bucket", "gs://my-models/churn/2.3.0", "churn"],
  ])("guesses the name: %s", (_, uri, name) => {
    expect(parseManifest(writeManifest({ ...FACTS, uri }), "f").model.name).toBe(name);
  });

  test.each([
    ["names that YAML would read as something else", ["no", "1", "a: b", "# x", "é\n", "~", "- a", "{", "'", '"']],
    ["names of TensorFlow", ["dense_1/BiasAdd:0", "output_0", "__x"]],
  ])("quotes %s", (_, names) => {
    const inputs = names.map((name) => ({ name, dtype: "float32" as const, shape: null }));
    const text = writeManifest({
      ...FACTS,
      signatures: [{ ...SIGNATURE, inputs: inputs.filter(({ name }) => !/\n/.test(name)) }],
    });
    expect(parseManifest(text, "f").contract.inputs.map(({ name }) => name)).toEqual(
      names.filter((name) => !/\n/.test(name)),
    );
  });

  test("leaves out a version that is none", () => {
    const text = writeManifest({ ...FACTS, tensorflowVersion: "unknown" });
    expect(parseManifest(text, "f").provenance).toBe(undefined);
  });
});

describe("a refresh", () => {
  test.each(readdirSync(VALID))("without changes leaves %s as it is", (name) => {
    const text = readFileSync(join(VALID, name), "utf8");
    expect(refreshManifest(text, factsOf(text), name)).toEqual({ text, changes: [], warnings: [] });
  });

  test("changes what the artifact decides and not a byte besides", () => {
    const text = readFileSync(join(VALID, "binary.yaml"), "utf8");
    const old = factsOf(text);
    const refreshed = refreshManifest(text, { ...old, digest: DIGEST, tensorflowVersion: "2.16.0" }, "release.yaml");
    expect(refreshed.text).toBe(text.replace(old.digest, DIGEST).replace("2.15.1", "2.16.0"));
    expect(refreshed.changes).toEqual([
      `artifact.digest: ${old.digest} → ${DIGEST}`,
      "provenance.framework.tensorflow: 2.15.1 → 2.16.0",
    ]);
    expect(refreshed.warnings).toEqual([
      "artifact.digest changed and model.version is still 2.3.0: raise it, unless it was never merged",
    ]);
  });

  test("says what a person has to settle", () => {
    const text = readFileSync(join(VALID, "binary.yaml"), "utf8");
    const wider = { ...SIGNATURE, inputs: [{ ...SIGNATURE.inputs[0]!, shape: [-1, 4] }] };
    const { text: refreshed, warnings } = refreshManifest(
      text,
      { ...factsOf(text), signatures: [wider] },
      "release.yaml",
    );
    expect(refreshed).toBe(text.replace("shape: [-1, 3]", "shape: [-1, 4]"));
    expect(warnings).toEqual([
      "release.yaml:37:7: contract.inputs[0] has 3 features, and room for 4 in its shape. List as many features as the last dimension holds.",
    ]);
  });

  const edges: readonly (readonly [name: string, inputs: string, after: string])[] = [
    [
      "flow, one item",
      "  inputs: [{name: a, dtype: float32, shape: [1]}]",
      "  inputs: [{name: b, dtype: int64, shape: [-1]}]",
    ],
    [
      "flow, the first is gone and one is new",
      "  inputs: [ {name: a, dtype: float32, shape: [1]}, {name: keep, dtype: float32, shape: [2]} ] # why",
      "  inputs: [ {name: keep, dtype: float32, shape: [2]}, {name: b, dtype: int64, shape: [-1]} ] # why",
    ],
    [
      "block, the middle is gone, comments stay",
      "  inputs:\n    # the first\n    - name: keep # kept\n      dtype: float32\n      shape: [2]\n    - name: a\n      dtype: float32\n      shape: [1]\n    # the end",
      "  inputs:\n    # the first\n    - name: keep # kept\n      dtype: float32\n      shape: [2]\n    - {name: b, dtype: int64, shape: [-1]}\n    # the end",
    ],
    [
      "block without indentation, quotes kept",
      "  inputs:\n  - {name: \"keep\", dtype: 'float64', shape: [2]}\n  - {name: a, dtype: float32, shape: [1]}",
      "  inputs:\n  - {name: \"keep\", dtype: 'float32', shape: [2]}\n  - {name: b, dtype: int64, shape: [-1]}",
    ],
    [
      "a shape in block style",
      "  inputs:\n    - name: keep\n      shape:\n        - 7\n      dtype: float32 # why",
      "  inputs:\n    - name: keep\n      shape:\n        [2]\n      dtype: float32 # why\n    - {name: b, dtype: int64, shape: [-1]}",
    ],
    [
      "an anchor",
      "  inputs: [{name: keep, dtype: &t float64, shape: [2]}]",
      "  inputs: [{name: keep, dtype: &t float32, shape: [2]}, {name: b, dtype: int64, shape: [-1]}]",
    ],
    ["an empty list", "  inputs: []", "  inputs: [{name: b, dtype: int64, shape: [-1]}]"],
  ];

  test.each(edges)("edits in place: %s", (name, before, after) => {
    const frame = (inputs: string) =>
      `# top\nartifact: {uri: m, digest: "${DIGEST}"}\n\ncontract:\n${inputs}\n  outputs: []\n# bottom\n`;
    const keep = { name: "keep", dtype: "float32" as const, shape: [2] };
    const fresh = { name: "b", dtype: "int64" as const, shape: [-1] };
    const inputs = name === "flow, one item" || name === "an empty list" ? [fresh] : [keep, fresh];
    const signatures = [{ ...SIGNATURE, inputs, outputs: [] }];
    const refreshed = refreshManifest(frame(before), { ...FACTS, signatures, tensorflowVersion: null }, "f.yaml");
    expect(refreshed.text).toBe(frame(after));
  });

  test("keeps the line ends of Windows", () => {
    const text = readFileSync(join(VALID, "minimal.yaml"), "utf8").replaceAll("\n", "\r\n");
    const facts = { ...factsOf(text), digest: DIGEST, tensorflowVersion: "2.15.1" };
    const refreshed = refreshManifest(text, facts, "f.yaml").text;
    expect(refreshed.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(parseManifest(refreshed, "f").provenance?.framework).toEqual({ tensorflow: "2.15.1" });
  });

  test("adds what was never there", () => {
    const text = "model: {name: a, version: 1.0.0, owner: b}";
    const refreshed = refreshManifest(text, FACTS, "f.yaml");
    expect(refreshed.text).toMatch(/^model: \{name: a, version: 1\.0\.0, owner: b\}\n/);
    expect(refreshed.text).toContain(`artifact: {digest: ${DIGEST}}`);
    expect(refreshed.text).toContain("provenance: {framework: {tensorflow: 2.15.1}}");
  });

  test("fills a key that has no value yet", () => {
    const { text } = refreshManifest("artifact:\n# why\ncontract: {}\n", FACTS, "f.yaml");
    expect(text).toMatch(/^artifact: \{digest: sha256:[ab]{64}\}\n# why\ncontract: \{inputs: \[/);
  });

  test("a thousand inputs take less than a second of computing", () => {
    const inputs = Array.from({ length: 1000 }, (_, i) => ({ name: `x${i}`, dtype: "float32" as const, shape: [-1] }));
    const signatures = [{ ...SIGNATURE, inputs }];
    const text = writeManifest({ ...FACTS, signatures });
    const changed = [
      { ...SIGNATURE, inputs: inputs.slice(500).map((input) => ({ ...input, dtype: "int64" as const })) },
    ];
    const computedMs = threadClock();
    const refreshed = refreshManifest(text, { ...FACTS, signatures: changed }, "f.yaml");
    expect(computedMs()).toBeLessThan(1000);
    expect(parseManifest(refreshed.text, "f").contract.inputs).toEqual(changed[0]!.inputs);
  });

  test.each([
    ["what is no YAML", "a: [", "f.yaml:1:5"],
    ["what is no mapping", "- a", "f.yaml is no manifest"],
    [
      "a signature that the model has not",
      "artifact: {signatureName: other}",
      'no signature "other": it has serving_default',
    ],
    ["a digest behind an alias", `x: &d sha256:aa\nartifact: {digest: *d}\ncontract: {inputs: [], outputs: []}`, ""],
  ])("refuses or edits %s, never spoils it", (_, text, message) => {
    if (message !== "") return expect(() => refreshManifest(text, FACTS, "f.yaml")).toThrow(message);
    return expect(refreshManifest(text, FACTS, "f.yaml").text).toContain(
      `x: &d sha256:aa\nartifact: {digest: ${DIGEST}}`,
    );
  });
});
