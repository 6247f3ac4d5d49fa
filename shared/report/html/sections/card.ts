import { completeness } from "../../../release/completeness.ts";
import type { Manifest } from "../../../release/manifest.ts";
import { whole } from "../../figures.ts";
import { code, type Html, html, NOTHING, prose, text } from "../markup.ts";
import { absent, facts, list } from "../parts.ts";

/** What the model is for, where it comes from, and who answers for it. */
export function cardContent(manifest: Manifest): Html {
  const { model } = manifest;
  const { named, of, missing } = completeness(manifest);
  const gaps = missing.length === 0 ? NOTHING : html` Missing: ${missing.map((field) => html`${code(field)} `)}`;
  return html`${told("Description", model.description)}${told("Intended use", model.intendedUse)}${limitations(model.limitations)}
${facts([...people(manifest), ...origin(manifest)])}
<p class="faint">${named} of ${of} parts of a complete package are named.${gaps}</p>`;
}

function told(title: string, value: string | undefined): Html {
  const words = value === undefined ? absent("Not said.") : prose(value);
  return html`<h4>${text(title)}</h4>${words}`;
}

function limitations(values: readonly string[] = []): Html {
  return html`<h4>Limitations</h4>${values.length === 0 ? absent("None are named.") : list(values.map((value) => prose(value)))}`;
}

type Fact = readonly [name: string, value: Html];

function people({ model, artifact }: Manifest): readonly Fact[] {
  const { owner, approvers = [], runbook, risk = "low" } = model;
  return [
    ["Owner", html`<bdi>${text(owner, 200)}</bdi>`],
    ["Approvers", approvers.length === 0 ? text("none") : html`${approvers.map((login) => html`${code(login)} `)}`],
    ["Risk", text(risk)],
    ...(runbook === undefined ? [] : [["Runbook", code(runbook)] as const]),
    ["Artifact", code(artifact.uri)],
    ["Digest", code(artifact.digest)],
  ];
}

function origin({ provenance, preprocessing }: Manifest): readonly Fact[] {
  const { codeRevision, runId, trainingWindow, trainingData, framework, dependencies } = provenance ?? {};
  const lines: readonly (readonly [string, string | undefined])[] = [
    ["Training code", codeRevision],
    ["Training run", runId],
    ["Training window", trainingWindow && `${trainingWindow.from} – ${trainingWindow.to}`],
    ["Training rows", trainingData?.rows === undefined ? undefined : whole(trainingData.rows)],
    ["Training data", trainingData?.description],
    [
      "Framework",
      framework &&
        `TensorFlow ${framework.tensorflow}${framework.keras === undefined ? "" : `, Keras ${framework.keras}`}`,
    ],
    ["Dependencies", dependencies],
    ["Preprocessing", preprocessing && ("ref" in preprocessing ? preprocessing.ref : "within the model")],
  ];
  return lines.flatMap(([name, value]) =>
    value === undefined ? [] : [[name, html`<bdi>${text(value, 600)}</bdi>`] as const],
  );
}
