import { isMeasured } from "../../evidence/evidence.ts";
import { count } from "../../release/quantities.ts";
import { code, md, text } from "../escape.ts";
import { type Block, fold, list, NOTHING, stacked, table } from "../markdown.ts";
import type { ReleaseReport } from "../report.ts";

/** What becomes of the contract, and where the artifact does not keep it; nothing where nothing changes. */
export function contractFold({ evidence: { contract } }: ReleaseReport, most: number): Block {
  if (!isMeasured(contract)) return NOTHING;
  const { changes, mismatches, brokenConsumers } = contract;
  const breaking = changes.filter(({ effect }) => effect === "breaking").length;
  const rows = [
    ...mismatches.map(({ path, declared, actual, message }) => ({
      place: path,
      before: declared,
      after: actual,
      said: md`❌ not what is declared: ${text(message)}`,
    })),
    ...changes.map(({ path, before, after, effect, reason }) => ({
      place: path,
      before,
      after,
      said: md`${effect === "breaking" ? md`⚠️ breaking` : md`compatible`}: ${text(reason)}`,
    })),
  ];
  if (rows.length === 0) return NOTHING;
  const columns = [md`field`, md`before`, md`after`, md`what it means`].map((title) => ({
    title,
    align: "l" as const,
  }));
  const cells = rows
    .slice(0, most)
    .map(({ place, before, after, said }) => [code(place), code(before), code(after), said]);
  const rest = rows.length - cells.length;
  const notes = [
    ...brokenConsumers
      .slice(0, most)
      .map(({ consumer, output }) => md`${code(consumer)} reads ${code(output)}, which breaks`),
    ...(rest > 0 ? [md`and ${text(count(rest, "more difference"))}`] : []),
  ];
  const found = [
    ...(mismatches.length > 0 ? [`${mismatches.length} not as declared`] : []),
    ...(changes.length > 0 ? [`${count(changes.length, "change")}, ${breaking} breaking`] : []),
  ];
  return fold(
    `Contract: ${found.join(", ")}`,
    stacked([table(columns, cells), notes.length > 0 ? list(notes) : NOTHING]),
  );
}
