import type { ContractEvidence, Measured } from "../../../evidence/evidence.ts";
import { isMeasured } from "../../../evidence/evidence.ts";
import { code, type Html, html, NOTHING, text } from "../markup.ts";
import { absent, list, status } from "../parts.ts";
import { table } from "../table.ts";

/** What callers have to know. */
export function contractContent(contract: Measured<ContractEvidence>, isFirst: boolean): Html {
  if (!isMeasured(contract)) return absent(contract.reason, contract.fix);
  const { mismatches, changes, brokenConsumers } = contract;
  const broken = brokenConsumers.map(
    ({ consumer, output }) => html`<bdi>${text(consumer, 200)}</bdi> reads ${code(output)}, which breaks.`,
  );
  return html`${list(broken)}${mismatches.length === 0 ? html`<p>The signature is the declared one.</p>` : mismatchTable(mismatches)}
${changes.length === 0 ? html`<p>${text(isFirst ? "There is no earlier contract." : "The contract is the champion's.")}</p>` : changeTable(changes)}`;
}

export function contractHint(contract: Measured<ContractEvidence>): string {
  if (!isMeasured(contract)) return "not compared";
  const { mismatches, changes } = contract;
  const breaking = changes.filter(({ effect }) => effect === "breaking").length;
  if (mismatches.length > 0) return `${mismatches.length} not as declared`;
  if (changes.length === 0) return "unchanged";
  return breaking === 0 ? `${changes.length} compatible` : `${breaking} breaking of ${changes.length}`;
}

function mismatchTable(mismatches: ContractEvidence["mismatches"]): Html {
  const rows = mismatches.map(({ path, declared, actual, message }) => ({
    cells: [code(path), code(declared), code(actual), html`<bdi>${text(message, 600)}</bdi>`],
  }));
  const columns = ["Where", "Declared", "The signature has", "What it means"].map((title) => ({ title }));
  return table({ caption: "Where the signature is not what the manifest declares", columns, rows });
}

function changeTable(changes: ContractEvidence["changes"]): Html {
  const rows = changes.map(({ path, before, after, effect, reason }) => {
    const cells = [
      code(path),
      html`<del>${code(before)}</del>`,
      html`<ins>${code(after)}</ins>`,
      effect === "breaking" ? status("fail", "breaking") : status("pass", "compatible"),
      html`<bdi>${text(reason, 600)}</bdi>`,
    ];
    return effect === "breaking" ? { cells, tone: "fail" as const } : { cells };
  });
  const columns = ["Where", "Champion", "Challenger", "Effect", "Why"].map((title) => ({ title }));
  return html`${changes.length === 0 ? NOTHING : table({ caption: "From the champion's contract to the challenger's", columns, rows })}`;
}
