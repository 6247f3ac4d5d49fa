import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkModel } from "../../../../shared/model/graph-check.ts";
import { parseSavedModel } from "../../../../shared/model/saved-model.ts";
import { describeCorpus } from "../../../corpus.ts";

/** The malformed models whose damage is in the graph or its signatures; the others are unreadable or damaged beside it. */
const DAMAGED: readonly (readonly [model: string, rule: string])[] = [
  ["edit_badname", "signature-tensor"],
  ["edit_cyc", "cycle"],
  ["edit_dup", "duplicate-name"],
  ["edit_huge", "signature-shape"],
  ["edit_lie", "signature-dtype"],
  ["edit_neg", "signature-shape"],
  ["edit_no_metagraph", "no-serving-metagraph"],
  ["edit_nofn", "unknown-function"],
  ["edit_nosig", "no-signature"],
  ["edit_notag", "no-serving-metagraph"],
  ["edit_othertag", "no-serving-metagraph"],
  ["edit_recfn", "recursion"],
  ["edit_schema2", "schema-version"],
  ["edit_unk", "unknown-operator"],
  ["edit_wrongdt", "signature-dtype"],
  ["pb_bitflip_0", "input"],
  ["pb_bitflip_2", "attribute"],
  ["pb_bitflip_3", "attribute"],
  ["pb_bitflip_4", "device"],
  ["pb_bitflip_6", "device"],
  ["pb_bitflip_7", "illegal-name"],
  ["pb_bitflip_9", "input"],
  ["pb_twice", "ambiguous-tags"],
];

/** Models that TensorFlow itself refuses: custom operators, and a function whose control output was renamed away. */
const REFUSED: Readonly<Record<string, string>> = {
  "tensorflow__decision-forests--tensorflow_decision_forests_test_data_model_saved_model_adult_rf": "unknown-operator",
  unregistered_custom_op: "unknown-operator",
  write_file_misleading_node_name: "return",
};

function modelsIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries.filter(({ name }) => name === "saved_model.pb").map(({ parentPath, name }) => join(parentPath, name));
}

function rulesOf(file: string): readonly string[] {
  return checkModel(parseSavedModel(readFileSync(file), file)).map(({ rule }) => rule);
}

describeCorpus("the graph check over the corpus", (corpus) => {
  test.each(DAMAGED)("%s breaks the rule %s", (model, rule) => {
    expect(rulesOf(join(corpus, "malformed", model, "model/saved_model.pb"))).toContain(rule);
  });

  test.each(["savedmodels", "generated", "scenarios", "unsafe/savedmodel_generated"])(
    "no model in %s that TensorFlow takes has a finding",
    (folder) => {
      const files = modelsIn(join(corpus, folder));
      expect(files.length).toBeGreaterThan(10);
      for (const file of files) {
        const [, refused] = Object.entries(REFUSED).find(([name]) => file.includes(`/${name}/`)) ?? [];
        expect(new Set(rulesOf(file)), file).toEqual(new Set(refused === undefined ? [] : [refused]));
      }
    },
  );

  test.each(["pb_unknown_field", "shadow_pbtxt", "edit_htmlname", "edit_longname", "extra_executables"])(
    "%s is no fault of the graph",
    (model) => {
      const file = join(corpus, "malformed", model, "model/saved_model.pb");
      expect(existsSync(file)).toBe(true);
      expect(rulesOf(file)).toEqual([]);
    },
  );
});
