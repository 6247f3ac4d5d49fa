import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { localFiles } from "../../../../shared/adapters/files/files.ts";
import type { BundleTensor } from "../../../../shared/model/checkpoint/tensor-bundle.ts";
import { readTensor } from "../../../../shared/model/checkpoint/tensor-values.ts";
import { readVariables } from "../../../../shared/model/checkpoint/variables.ts";
import { verifyVariables } from "../../../../shared/model/checkpoint/verify-variables.ts";
import { describeCorpus } from "../../../corpus.ts";
import { corpusModels, type ExpectedVariable } from "../corpus-models.ts";

const files = localFiles();

describeCorpus("variables of the corpus", (corpus) => {
  const models = ["savedmodels", "generated"]
    .flatMap((folder) => corpusModels(corpus, folder))
    .filter(({ expected }) => Object.keys(expected.variables ?? {}).length > 0);

  test.each(models.map((model) => [model.title, model] as const))("%s hold what TensorFlow reads", async (_, model) => {
    const { directory, expected } = model;
    const variables = await readVariables(directory, files);
    const { bundle } = variables;
    const stored = (tensor: BundleTensor) => readTensor(tensor, { directory, bundle: bundle!, files }).content;
    const read = [...bundle!.tensors.values()].map(
      (tensor) => [tensor.name, describe(tensor, stored(tensor))] as const,
    );
    expect(Object.fromEntries(read)).toEqual(Object.fromEntries(Object.entries(expected.variables ?? {}).map(wanted)));
    expect([...variables.findings, ...(await verifyVariables(directory, variables, files))]).toEqual([]);
  });

  test.each([
    ["malformed/vars_crc_mismatch", "variables-checksum"],
    ["malformed/vars_dir_missing_data", "variables-shard-missing"],
    ["malformed/vars_lfs_pointer", "variables-lfs-pointer"],
    ["malformed/vars_missing_index", "variables-index-missing"],
    ["malformed/vars_truncated", "variables-truncated"],
    ["malformed/index_bad_magic", "variables-index-unreadable"],
    ["malformed/index_block_crc", "variables-index-unreadable"],
    ["malformed/index_empty", "variables-index-unreadable"],
    ["malformed/index_truncated", "variables-index-unreadable"],
    ["savedmodels/dnlserrano__tf-serving-elixir--model_1", "variables-shard-missing"],
  ])("%s: %s", async (name, rule) => {
    const directory = `${corpus}/${name}/model`;
    const variables = await readVariables(directory, files);
    const findings = [...variables.findings, ...(await verifyVariables(directory, variables, files))];
    expect(findings.map((finding) => finding.rule)).toEqual([rule]);
  });

  test("bytes after the last tensor are accepted, as TensorFlow does", async () => {
    const directory = `${corpus}/malformed/vars_trailing/model`;
    const variables = await readVariables(directory, files);
    expect([...variables.findings, ...(await verifyVariables(directory, variables, files))]).toEqual([]);
  });
});

function describe({ dtype, shape }: BundleTensor, content: Uint8Array): unknown {
  const sha256 = dtype === "string" ? null : createHash("sha256").update(content).digest("hex");
  return { dtype, shape, sha256 };
}

function wanted([name, expected]: readonly [string, ExpectedVariable]): readonly [string, unknown] {
  const { dtype, shape, sha256_little_endian_bytes: sha256 = null } = expected;
  return [name, { dtype, shape, sha256 }];
}
