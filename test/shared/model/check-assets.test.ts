import { expect, test } from "vitest";
import { localFiles } from "../../../shared/adapters/files/files.ts";
import { checkAssets } from "../../../shared/model/check-assets.ts";
import { readSavedModel } from "../../../shared/model/saved-model.ts";
import { servingMetaGraph } from "../../../shared/model/signatures.ts";
import { describeCorpus } from "../../corpus.ts";

describeCorpus("assets that are missing", (corpus) => {
  const files = localFiles();

  test.each([
    ["a vocabulary that a table reads", "generated/table", ["assets/model_vocab.txt"]],
    [
      "two vocabularies of two tables",
      "savedmodels/tensorflow__tfx--tfx_benchmarks_datasets_chicago_taxi_model_tft_tf2_saved_model",
      [
        "assets/vocab_compute_and_apply_vocabulary_1_vocabulary",
        "assets/vocab_compute_and_apply_vocabulary_vocabulary",
      ],
    ],
    ["an asset that nothing reads is not missed", "savedmodels/davidstanke__tensorflow--half_plus_two_00000123", []],
    ["a model without assets", "generated/keras3", []],
  ])("%s", async (_, folder, missing) => {
    const directory = `${corpus}/${folder}/model`;
    const metaGraph = servingMetaGraph(await readSavedModel(directory, files))!;
    const entries = await files.list(directory);
    const withoutAssets = entries.filter(({ path }) => !path.startsWith("assets/"));
    expect(checkAssets(metaGraph, entries)).toEqual([]);
    expect(
      checkAssets(metaGraph, withoutAssets)
        .map(({ where }) => where)
        .sort(),
    ).toEqual(missing);
  });
});
