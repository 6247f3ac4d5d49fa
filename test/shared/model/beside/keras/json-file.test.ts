import { expect, test } from "vitest";
import { scanBytes } from "../scanning.ts";

const dense = { module: "keras.layers", class_name: "Dense", config: { units: 2 } };
const gadget = { module: "os", class_name: "function", config: "system" };
const model = (...layers: readonly object[]) => ({ module: "keras", class_name: "Sequential", config: { layers } });

test.each<[title: string, path: string, value: unknown, reasons: string[]]>([
  ["a model saved as a folder", "assets.extra/m/config.json", model(dense), []],
  [
    "one that names a function of Python's",
    "assets.extra/m/config.json",
    model({ ...dense, config: { activation: gadget } }),
    ['a Keras configuration names the foreign function "os.system"'],
  ],
  [
    "one whose keys are spelt by escapes",
    "assets.extra/m/config.json",
    JSON.stringify(model(gadget)).replaceAll("class_name", "cl\\u0061ss_name"),
    ['a Keras configuration names the foreign function "os.system"'],
  ],
  ["settings of something else", "assets/config.json", { model_type: "bert", class_name: "Bert" }, []],
  ["a list of settings", "assets/config.json", [gadget], []],
  ["no JSON", "assets/config.json", "class_name = Bert", []],
  ["another name, which nothing loads", "assets/layers.json", model(gadget), []],
])("%s", async (_, path, value, reasons) => {
  const findings = await scanBytes(path, typeof value === "string" ? value : JSON.stringify(value));
  expect(findings.map(({ reason }) => reason)).toEqual(reasons);
});
