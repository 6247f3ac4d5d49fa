import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Manifest } from "../../../shared/release/manifest.ts";
import { renderCard } from "../../../shared/report/card.ts";
import { manifest } from "../gate/good.ts";
import { GITHUB_STRINGS, NAUGHTY_STRINGS } from "./hostile-strings.ts";
import { RUN, releaseOf } from "./told.ts";

function cardOf(model: Partial<Manifest["model"]>): string {
  return renderCard(releaseOf({ manifest: { ...manifest, model: { ...manifest.model, ...model } } }), RUN);
}

function frontOf(card: string): unknown {
  const [, front] = /^---\n([\s\S]*?)\n---\n/.exec(card)!;
  return parse(front!);
}

test("the front matter is a model-index that the Hub reads", () => {
  expect(frontOf(renderCard(releaseOf(), RUN))).toEqual({
    library_name: "tensorflow",
    tags: ["model-release"],
    "model-index": [
      {
        name: "churn",
        results: [
          {
            task: { type: "tabular-classification" },
            dataset: { name: "eval.csv", type: "evaluation-set", revision: `sha256:${"d".repeat(64)}` },
            metrics: [{ type: "roc_auc", name: "auc", value: 0.82 }],
          },
        ],
      },
    ],
  });
});

test("whatever the evaluation set is called, the front matter says just that", () => {
  for (const uri of [...GITHUB_STRINGS, ...NAUGHTY_STRINGS].filter((text) => text.length <= 200)) {
    const evaluation = { ...manifest.evaluation!, dataset: { uri } };
    const front = frontOf(renderCard(releaseOf({ manifest: { ...manifest, evaluation } }), RUN));
    expect(front).toMatchObject({ "model-index": [{ results: [{ dataset: { name: uri.toWellFormed() } }] }] });
  }
});

test.each([
  ["as long as they may be shown", 4_000, 4_000],
  ["and no further", 4_001, 4_000],
])("description and intended use are shown %s", (_, given, shown) => {
  const card = cardOf({ description: "d".repeat(given), intendedUse: "ü😀".repeat(given / 2) });
  expect(card).toContain(`<br>${"d".repeat(shown)}${given > shown ? "…" : "\n"}`);
  expect(card).toContain("ü😀".repeat(shown / 2));
});

test("limitations are shown as far as they have 4,000 characters together", () => {
  const card = cardOf({ limitations: ["a".repeat(3_000), "b".repeat(3_000), "c"] });
  expect(card).toContain(`- ${"a".repeat(3_000)}\n- ${"b".repeat(1_000)}…\n- and 1 more`);
});

test.each(["<", "&", "&a;", "\n", "|", "\\", "$ ", "@", "::", "\u202e", "😀", "`", "`a` "])(
  "a card full of %j is not too long, and still has all of its texts",
  (text) => {
    const long = text.repeat(8_000);
    const card = cardOf({ description: long, intendedUse: long, limitations: [long, long] });
    expect(card.length).toBeLessThanOrEqual(65_536);
    expect(card).toContain("facts of a complete release are named");
  },
);
