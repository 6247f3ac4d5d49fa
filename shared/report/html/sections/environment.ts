import { type Evidence, isMeasured } from "../../../evidence/evidence.ts";
import type { LoadAttempt } from "../../../evidence/load.ts";
import type { Verdict } from "../../../gate/verdict.ts";
import { bytes } from "../../../release/quantities.ts";
import { figure, fixed, whole } from "../../figures.ts";
import { code, type Html, html, NOTHING, text } from "../markup.ts";
import { absent, facts } from "../parts.ts";
import { table } from "../table.ts";

/** With what, on what and over what it was measured. */
export function environmentContent({ runtime, dataset, load, parity }: Evidence, { evidenceDigest }: Verdict): Html {
  const computed = isMeasured(runtime)
    ? html`${text(runtime.name)} <bdi>${text(runtime.version, 60)}</bdi> on <bdi>${text(runtime.device, 120)}</bdi>`
    : text(runtime.reason);
  const rows = isMeasured(dataset)
    ? html`${text(whole(dataset.rows))} rows, ${code(dataset.digest)}`
    : text(dataset.reason);
  return html`${facts([
    ["Runtime", computed],
    ["Evaluation set", rows],
    ["Evidence", code(evidenceDigest)],
  ])}
<h4>Fresh processes</h4>${isMeasured(load) ? attempts(load.attempts) : absent(load.reason, load.fix)}
<h4>Another runtime</h4>${isMeasured(parity) ? parityTable(parity) : absent(parity.reason, parity.fix)}`;
}

function attempts(all: readonly LoadAttempt[]): Html {
  const rows = all.slice(0, 20).map((attempt, index) => ({
    cells:
      attempt.outcome === "loaded"
        ? [
            text(`Process ${index + 1}`),
            html`<bdi>${text(attempt.device, 120)}</bdi>`,
            text(`${fixed(attempt.coldStartSeconds, 2)} s`),
            text(attempt.peakBytes === null ? "–" : bytes(attempt.peakBytes)),
          ]
        : [
            text(`Process ${index + 1}`),
            html`${code(attempt.code)} <bdi>${text(attempt.message, 400)}</bdi>`,
            text("–"),
            text("–"),
          ],
  }));
  const columns = ["Start", "Device", "To the first answer", "Most memory"].map((title, index) => ({
    title,
    isNumber: index > 1,
  }));
  return table({ caption: "Each loads the model and answers once", columns, rows });
}

type Parity = Exclude<Evidence["parity"], { readonly unmeasured: string }>;

function parityTable({ requests, compared, outputs, refusals }: Parity): Html {
  const rows = outputs.map(({ name, difference }) => ({
    cells: [code(name), text(figure(difference.largest)), text(whole(difference.beyondTolerance))],
  }));
  const columns = ["Output", "Largest difference", "Beyond tolerance"].map((title, index) => ({
    title,
    isNumber: index > 0,
  }));
  const refused = refusals.length === 0 ? NOTHING : html` ${refusals.length} were refused by one of them.`;
  return html`<p>${requests} requests, of which both answered ${compared}.${refused}</p>
${table({ caption: "How both answer the same requests", columns, rows })}`;
}
