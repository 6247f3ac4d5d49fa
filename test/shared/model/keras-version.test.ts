import { describe, expect, test } from "vitest";
import { localFiles } from "../../../shared/adapters/files/files.ts";
import { kerasVersion } from "../../../shared/model/keras-version.ts";
import type { MessageName } from "../../../shared/model/protobuf/descriptors.ts";
import { transcodeText } from "../../../shared/model/protobuf/text.ts";
import { parseSavedModel, readSavedModel } from "../../../shared/model/saved-model.ts";
import { describeCorpus } from "../../corpus.ts";
import { fakeFiles, type Stored } from "../../fakes/files.ts";

const encode = (name: MessageName, text: string) => transcodeText(name, Buffer.from(text), "text");
const beside = (json: string) => encode("KerasMetadata", `nodes { metadata: '{}' } nodes { metadata: '${json}' }`);
const within = (json: string) =>
  parseSavedModel(
    encode("SavedModel", `meta_graphs { object_graph_def { nodes { user_object { metadata: '${json}' } } } }`),
    "saved_model.pb",
  );

describe("the version of Keras", () => {
  test.each<[string, Stored | null, string, string | null]>([
    ["stands beside the graph", beside('{"keras_version": "2.11.0"}'), "{}", "2.11.0"],
    ["stood within the graph before", null, '{"keras_version": "2.2.4-tf"}', "2.2.4-tf"],
    ["beside wins over within", beside('{"keras_version": "2.6.0"}'), '{"keras_version": "2.4.0"}', "2.6.0"],
    ["is unknown without metadata", null, "{}", null],
    ["is unknown where the metadata is damaged", "no protobuf", "{}", null],
    ["is unknown where the JSON is damaged", beside('{"keras_version": '), "{}", null],
    ["is unknown where it is no text", beside('{"keras_version": 2}'), "{}", null],
    ["is unknown where it is no version", beside('{"keras_version": "<b>"}'), "{}", null],
    ["is not taken from a layer's configuration", beside('{"config": {"keras_version": "9"}}'), "{}", null],
  ])("%s", async (_, stored, json, expected) => {
    const files = fakeFiles(stored === null ? {} : { "m/keras_metadata.pb": stored });
    expect(await kerasVersion("m", within(json), files)).toBe(expected);
  });
});

describeCorpus("the version of Keras in the corpus", (corpus) => {
  test.each([
    ["generated/keras2", "2.21.0"],
    ["generated/keras3", null],
    ["savedmodels/Aditya-0911__Customer-Churn--mymodel3", "2.11.0"],
    ["savedmodels/dnlserrano__tf-serving-elixir--model_1", "2.2.4-tf"],
  ])("%s", async (name, expected) => {
    const directory = `${corpus}/${name}/model`;
    expect(await kerasVersion(directory, await readSavedModel(directory, localFiles()), localFiles())).toBe(expected);
  });
});
