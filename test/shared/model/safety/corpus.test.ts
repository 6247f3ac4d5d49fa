import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { localFiles } from "../../../../shared/adapters/files/files.ts";
import type { SafetyFinding } from "../../../../shared/model/safety/finding.ts";
import { scanGraph } from "../../../../shared/model/safety/scan-graph.ts";
import { readSavedModel } from "../../../../shared/model/saved-model.ts";
import { describeCorpus } from "../../../corpus.ts";

/** Unsafe model → the operator to find, and what starts it; its function's name where the model was made to hide it in one. */
const UNSAFE: Readonly<Record<string, readonly [operator: string, root: string, inside?: RegExp]>> = {
  abort: ["Abort", "serving_default", /cond_true/],
  asset_path_escape: ["InitializeTableFromTextFileV2", "(initialiser) NoOp", /initializer/],
  data_service: ["DataServiceDatasetV4", "serving_default"],
  debug_identity_file: ["DebugIdentityV3", "serving_default"],
  fixed_length_dataset: ["FixedLengthRecordDatasetV2", "serving_default", /flat_map/],
  immutable_const: ["ImmutableConst", "serving_default"],
  init_op_writes_at_load: ["WriteFile", "(initialiser) ini"],
  legacy_save: ["Save", "serving_default"],
  load_and_remap: ["LoadAndRemapMatrix", "serving_default"],
  matching_files: ["MatchingFiles", "serving_default"],
  numpy_function: ["PyFunc", "serving_default"],
  print_to_file: ["PrintV2", "serving_default"],
  py_function: ["EagerPyFunc", "serving_default"],
  read_file: ["ReadFile", "serving_default"],
  read_in_dataset_map: ["ReadFile", "serving_default", /Dataset_map/],
  read_in_while_body: ["ReadFile", "serving_default", /while_body/],
  restore_user_path: ["RestoreV2", "serving_default"],
  save_v2_user_path: ["SaveV2", "serving_default"],
  sql_dataset: ["SqlDataset", "serving_default"],
  summary_writer: ["CreateSummaryFileWriter", "serving_default"],
  text_line_dataset: ["TextLineDataset", "serving_default", /flat_map/],
  tfrecord_dataset: ["TFRecordDataset", "serving_default", /flat_map/],
  unregistered_custom_op: ["ShellExecute", "serving_default"],
  write_file: ["WriteFile", "serving_default"],
  write_file_misleading_node_name: ["WriteFile", "serving_default"],
  write_in_cond_trigger: ["WriteFile", "serving_default", /cond_true/],
  write_in_nested_function: ["WriteFile", "serving_default", /inner/],
};
/** Unsafe by a file beside the graph. */
const BESIDE = ["keras2_lambda_savedmodel"];
/** Not harmless by rule: custom operators do what only their own library knows. */
const CUSTOM = /decision-forests/;

describeCorpus("graph safety of the corpus", (corpus) => {
  const unsafe = join(corpus, "unsafe/savedmodel_generated");

  test("the table above names every unsafe model", () => {
    expect([...Object.keys(UNSAFE), ...BESIDE].sort()).toEqual(readdirSync(unsafe).sort());
  });

  test.each(Object.entries(UNSAFE))("%s: %j", async (name, [operator, root, inside = /./]) => {
    const findings = await scan(join(unsafe, name, "model"));
    const found = findings.find((finding) => finding.operator === operator);
    expect(found).toMatchObject({ path: [root, ...(found?.path.slice(1) ?? [])], file: null });
    if (found!.path.length > 1) expect(found!.path.at(-1)).toMatch(inside);
  });

  describe("harmless models", () => {
    const folders = ["savedmodels", "generated", "scenarios", "unsafe/modelaudit_MIT/samples/tensorflow"];
    const models = folders.flatMap((folder) => modelsIn(join(corpus, folder)));

    test("are many", () => expect(models.length).toBeGreaterThan(80));

    test.each(models.filter((folder) => !CUSTOM.test(folder)))("%s has no finding", async (folder) => {
      expect(await scan(folder)).toEqual([]);
    });

    test.each(models.filter((folder) => CUSTOM.test(folder)))(
      "%s fails by rule, and says whose it is",
      async (folder) => {
        expect((await scan(folder)).map(({ reason }) => reason).join()).toContain("TensorFlow Decision Forests");
      },
    );
  });
});

async function scan(folder: string): Promise<readonly SafetyFinding[]> {
  return scanGraph(await readSavedModel(folder, localFiles()));
}

function modelsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /^saved_model\.pb(txt)?$/.test(entry.name))
    .map((entry) => entry.parentPath)
    .filter((path) => existsSync(path));
}
