import { SHARD_FILES, type ShardDocument } from "../../shared/evidence/collect/shard-folder.ts";
import { evidenceText } from "../../shared/evidence/document.ts";
import { verdictText } from "../../shared/gate/document.ts";
import type { Files } from "../../shared/ports/files.ts";
import { ownPages } from "../../shared/report/pages.ts";
import type { ReleaseReport } from "../../shared/report/report.ts";
import { canonicalJson } from "../../shared/schema/canonical-json.ts";

interface Written extends Omit<ReleaseReport, "plan" | "approvals"> {
  /** Null where all rows were looked at. */
  readonly shardDocument: ShardDocument | null;
}

/** What a validation leaves behind. A shard has no verdict of its own: the run that joins it has. */
export async function writeValidation(
  folder: string,
  { shardDocument, ...release }: Written,
  { files }: { readonly files: Files },
): Promise<void> {
  await files.write(`${folder}/${SHARD_FILES.evidence}`, evidenceText(release.evidence));
  if (shardDocument !== null) {
    await files.write(`${folder}/${SHARD_FILES.document}`, `${canonicalJson(shardDocument)}\n`);
    return;
  }
  const pages = { "verdict.json": verdictText(release.verdict), ...ownPages(release) };
  for (const [name, text] of Object.entries(pages)) await files.write(`${folder}/${name}`, text);
}
