import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lintFiles } from "../../../../shared/model/beside/lint-files.ts";
import { scanFiles } from "../../../../shared/model/beside/scan-files.ts";
import { describeCorpus } from "../../../corpus.ts";
import { fakeFiles } from "../../../fakes/files.ts";
import { scanBytes } from "./scanning.ts";

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => statSync(join(folder, path)).isFile());

/** Folders that hold a graph, harmless ones and those whose graph alone is unsafe. */
const modelsIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /(^|\/)saved_model\.pb(txt)?$/.test(path))
    .map((path) => join(folder, path, ".."));

async function scanFolder(folder: string) {
  const files = loaded(folder);
  return scanFiles("model", await files.list("model"), files);
}

function loaded(folder: string) {
  return fakeFiles(
    Object.fromEntries(filesIn(folder).map((path) => [`model/${path}`, readFileSync(join(folder, path))])),
  );
}

describeCorpus("files beside the graph", (corpus) => {
  test.each(["savedmodels", "generated", "scenarios"])(
    "no harmless model of %s is flagged, and none holds a secret",
    async (set) => {
      const models = modelsIn(join(corpus, set));
      expect(models.length).toBeGreaterThan(20);
      for (const model of models) {
        expect(await scanFolder(model), model).toEqual([]);
        const files = loaded(model);
        const lints = await lintFiles("model", await files.list("model"), files);
        expect(
          lints.filter(({ level }) => level === "fail"),
          model,
        ).toEqual([]);
      }
    },
  );

  test("Keras files: as their list says", async () => {
    const folder = join(corpus, "unsafe/keras_generated");
    const expected: Record<string, string> = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"));
    const entries = Object.entries(expected);
    expect(entries.length).toBeGreaterThan(10);
    for (const [file, verdict] of entries) {
      const findings = await scanBytes(file, readFileSync(join(folder, file)));
      expect(findings.length > 0, `${file}: ${JSON.stringify(findings)}`).toBe(verdict !== "allow");
    }
  });

  test("samples of three scanners: everything but what holds no pickle", async () => {
    const harmless =
      /not_a_pickle\.bin|int_arrays\.npz|bad_pytorch\.pt|safe_model\.(h5|zip)|pipeline\.skops|saved_model\.pb/;
    const samples = ["picklescan_MIT", "modelaudit_MIT", "modelscan_Apache-2.0"].flatMap((set) =>
      filesIn(join(corpus, "unsafe", set)).map((path) => join(corpus, "unsafe", set, path)),
    );
    expect(samples.length).toBeGreaterThan(70);
    for (const sample of samples) {
      const findings = await scanBytes("assets/data", readFileSync(sample));
      expect(findings.length > 0, sample).toBe(!harmless.test(sample));
    }
  });

  test("what the scanners' own reference calls infected is never passed", async () => {
    const reference = JSON.parse(readFileSync(join(corpus, "unsafe/scanner_reference.json"), "utf8"));
    const infected = Object.entries<{ picklescan?: { infected: number } }>(reference.files).filter(
      ([, { picklescan }]) => (picklescan?.infected ?? 0) > 0,
    );
    expect(infected.length).toBeGreaterThan(30);
    for (const [file] of infected) {
      expect(await scanBytes("x", readFileSync(join(corpus, "unsafe", file))), file).not.toEqual([]);
    }
  });

  test("a SavedModel of Keras 2 with a Lambda is refused for its bytecode", async () => {
    const findings = await scanFolder(join(corpus, "unsafe/savedmodel_generated/keras2_lambda_savedmodel/model"));
    expect(findings.map(({ file, reason }) => `${file}: ${reason}`)).toEqual([
      'keras_metadata.pb: a Keras configuration carries Python bytecode in a Lambda ("pre")',
    ]);
  });

  test("models whose graph alone is unsafe have nothing beside it", async () => {
    const models = modelsIn(join(corpus, "unsafe/savedmodel_generated")).filter(
      (model) => !model.includes("keras2_lambda"),
    );
    expect(models.length).toBeGreaterThan(20);
    for (const model of models) expect(await scanFolder(model), model).toEqual([]);
  });

  test("executables and a second graph beside the model", async () => {
    const executables = await scanFolder(join(corpus, "malformed/extra_executables/model"));
    expect(executables.map(({ file }) => file).sort()).toEqual(["assets/payload.pkl", "run.sh", "variables/lib.so"]);
    const shadow = await scanFolder(join(corpus, "malformed/shadow_pbtxt/model"));
    expect(shadow.map(({ file }) => file)).toEqual(["saved_model.pbtxt"]);
  });
});
