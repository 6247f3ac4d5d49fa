import { type Evidence, isMeasured } from "../../../evidence/evidence.ts";
import type { SafetyFinding } from "../../../model/safety/finding.ts";
import { bytes, count } from "../../../release/quantities.ts";
import { code, type Html, html, NOTHING, text } from "../markup.ts";
import { facts } from "../parts.ts";

const SHOWN = 200;

/** What in the artifact reaches beyond the process that serves it, who signed it and what is odd beside it. */
export function safetyContent({ safety, signature, digest, size, lint }: Evidence): Html {
  const { findings } = safety;
  const rest = findings.length - SHOWN;
  const list = findings.slice(0, SHOWN).map((finding) => html`<li>${findingText(finding)}</li>`);
  return html`${findings.length === 0 ? html`<p>Nothing that the signature reaches touches files, the network or code.</p>` : html`<ul class="reasons">${list}</ul>`}
${rest > 0 ? html`<p>and ${rest} more.</p>` : NOTHING}
${facts([
  [
    "Digest",
    digest.declared === digest.actual
      ? html`${code(digest.actual)} as declared`
      : html`declared ${code(digest.declared)}, found ${code(digest.actual)}`,
  ],
  ["Signature", isMeasured(signature) ? signedBy(signature) : text(signature.reason)],
  ["Size", text(`${bytes(size.bytes)} in ${count(size.files, "file")}`)],
  ...lint.warnings.slice(0, SHOWN).map((warning) => ["Odd", html`<bdi>${text(warning, 600)}</bdi>`] as const),
])}`;
}

function findingText({ operator, node, file, path, reason, fix }: SafetyFinding): Html {
  const what = operator === null ? NOTHING : html`${code(operator)} `;
  const where = [...path, ...(node === null ? [] : [node])].slice(0, 20).map((part) => code(part, 120));
  const way = where.length === 0 ? NOTHING : html`<span class="way">${where.join(" → ") as Html}</span>`;
  const beside = file === null ? NOTHING : html` in ${code(file)}`;
  return html`${what}<bdi>${text(reason, 1000)}</bdi>${beside}${way}<span class="fix"><bdi>${text(fix, 600)}</bdi></span>`;
}

type Signed = Exclude<Evidence["signature"], { readonly unmeasured: string }>;

function signedBy(signature: Signed): Html {
  if (signature.status === "failed") return html`failed: <bdi>${text(signature.reason, 600)}</bdi>`;
  return html`<bdi>${text(signature.signer, 300)}</bdi> signed ${text(count(signature.covered, "file"))}`;
}
