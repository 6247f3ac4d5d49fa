import type { MetaGraph } from "../graph.ts";
import { assetEscape } from "./asset-path.ts";
import type { FoundAt } from "./collect.ts";
import { quoted } from "./judges/judgement.ts";

/** Assets that are not files of the model, whether or not anything reads them: whatever copies the model follows them too. */
export function assetFindings({ assets }: MetaGraph): readonly FoundAt[] {
  return assets.flatMap(({ tensor, file }) => {
    const escapes = assetEscape(file);
    if (escapes === null) return [];
    return {
      operator: null,
      node: tensor,
      file: null,
      path: { label: "(assets)", parent: null },
      reason: `the asset ${quoted(file)} is not a file inside the model's assets folder: its name ${escapes}`,
      fix: "Export the model again, with every asset inside its assets folder.",
    };
  });
}
