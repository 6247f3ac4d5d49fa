import { type ContractEvidence, isMeasured } from "../../evidence/evidence.ts";
import { count } from "../../release/quantities.ts";
import { code, type Inline, md, text } from "../escape.ts";
import { type Block, fold, list, NOTHING, stacked, table } from "../markdown.ts";
import type { ReleaseReport } from "../report.ts";

/** What becomes of the contract, and where the artifact does not keep it; nothing where nothing changes. */
export function contractFold({ evidence: { contract } }: ReleaseReport, most: number): Block {
  if (!isMeasured(contract)) return NOTHING;
  const rows = rowsOf(contract);
  if (rows.length === 0) return NOTHING;
  const columns = [md`field`, md`before`, md`after`, md`what it means`].map((title) => ({
    title,
    align: "l" as const,
  }));
  const shown = rows.slice(0, most).map(({ values, said }) => [...values.map((value) => code(value)), said]);
  const rest = rows.length - shown.length;
  const broken = contract.brokenConsumers.slice(0, most);
  const notes = [
    ...broken.map(({ consumer, output }) => md`${code(consumer)} reads ${code(output)}, which breaks`),
    ...(rest > 0 ? [md`and ${text(count(rest, "more difference"))}`] : []),
  ];
  return fold(
    `Contract: ${inShort(contract)}`,
    stacked([table(columns, shown), notes.length > 0 ? list(notes) : NOTHING]),
  );
}

interface Row {
  /** The field, and what stands there before and after. */
  readonly values: readonly string[];
  readonly said: Inline;
}

function rowsOf({ mismatches, changes }: ContractEvidence): readonly Row[] {
  return [
    ...mismatches.map(({ path, declared, actual, message }) => ({
      values: [path, declared, actual],
      said: md`❌ not what is declared: ${text(message)}`,
    })),
    ...changes.map(({ path, before, after, effect, reason }) => ({
      values: [path, before, after],
      said: md`${effect === "breaking" ? md`⚠️ breaking` : md`compatible`}: ${text(reason)}`,
    })),
  ];
}

function inShort({ mismatches, changes }: ContractEvidence): string {
  const breaking = changes.filter(({ effect }) => effect === "breaking").length;
  const found = [
    ...(mismatches.length > 0 ? [`${mismatches.length} not as declared`] : []),
    ...(changes.length > 0 ? [`${count(changes.length, "change")}, ${breaking} breaking`] : []),
  ];
  return found.join(", ");
}
