import { completeness } from "../../release/completeness.ts";
import type { Manifest } from "../../release/manifest.ts";
import { count } from "../../release/quantities.ts";
import { code, type Inline, joined, lines, md, text } from "../escape.ts";
import { whole } from "../figures.ts";
import { runbookLink } from "../links.ts";
import { type Block, list, NOTHING, paragraph, stacked, table } from "../markdown.ts";
import type { Run } from "../report.ts";

/** What a reader is told of each free text, however long it is. */
const MOST_CHARACTERS = 4_000;

interface Fact {
  readonly name: Inline;
  readonly value: Inline | null;
}

/** What the manifest says of the model, for those who have to answer for it. */
export function modelBlock(manifest: Manifest, run: Run | null, most = MOST_CHARACTERS): Block {
  return stacked([factTable(modelFacts(manifest, run)), proseBlock(manifest, most), completenessBlock(manifest)]);
}

/** Two columns, without what nobody has said. */
export function factTable(facts: readonly Fact[]): Block {
  const known = facts.flatMap(({ name, value }) => (value === null ? [] : [[name, value] as const]));
  if (known.length === 0) return NOTHING;
  const columns = [md`fact`, md`value`].map((title) => ({ title, align: "l" as const }));
  return table(columns, known);
}

function modelFacts(manifest: Manifest, run: Run | null): readonly Fact[] {
  const { model, artifact, provenance, serving, preprocessing } = manifest;
  const { approvers = [], runbook, risk = "low" } = model;
  return [
    { name: md`model`, value: md`**${text(model.name)} ${text(model.version)}**` },
    { name: md`owner`, value: text(model.owner) },
    { name: md`risk`, value: text(risk) },
    { name: md`approvers`, value: approvers.length === 0 ? null : names(approvers) },
    { name: md`runbook`, value: runbook === undefined ? null : runbookLink(run, runbook) },
    { name: md`artifact`, value: code(artifact.digest) },
    { name: md`signature`, value: code(artifact.signatureName) },
    { name: md`training code`, value: maybe(provenance?.codeRevision, code) },
    { name: md`training run`, value: maybe(provenance?.runId, code) },
    { name: md`training window`, value: maybe(provenance?.trainingWindow, ({ from, to }) => text(`${from} to ${to}`)) },
    { name: md`training data`, value: maybe(provenance?.trainingData, trainingData) },
    { name: md`framework`, value: maybe(provenance?.framework, framework) },
    { name: md`dependencies`, value: maybe(provenance?.dependencies, code) },
    {
      name: md`preprocessing`,
      value: maybe(preprocessing, (one) => ("ref" in one ? code(one.ref) : md`in the model`)),
    },
    {
      name: md`serving`,
      value: maybe(serving, ({ image, machineType }) => md`${code(image)} on ${code(machineType)}`),
    },
  ];
}

function proseBlock({ model: { description, intendedUse, limitations = [] } }: Manifest, most: number): Block {
  const told = (title: Inline, words: string | undefined): Block =>
    words === undefined || words.trim() === ""
      ? NOTHING
      : paragraph(md`**${title}**<br>${lines(first(words, most), Number.POSITIVE_INFINITY)}`);
  return stacked([
    told(md`Description`, description),
    told(md`Intended use`, intendedUse),
    limitations.length === 0
      ? NOTHING
      : stacked([
          paragraph(md`**Limitations**`),
          list(withinAll(limitations, most).map((one) => lines(one, Number.POSITIVE_INFINITY))),
        ]),
  ]);
}

function completenessBlock(manifest: Manifest): Block {
  const { named, of, missing } = completeness(manifest);
  const lacking = missing.length === 0 ? md`` : md`; missing: ${names(missing)}`;
  return paragraph(md`**Completeness**: ${named} of ${of} facts of a complete release are named${lacking}`);
}

function trainingData({ description, rows, digest }: NonNullable<NonNullable<Manifest["provenance"]>["trainingData"]>) {
  return joined(
    [
      ...(description === undefined ? [] : [text(description, 500)]),
      ...(rows === undefined ? [] : [text(`${whole(rows)} rows`)]),
      ...(digest === undefined ? [] : [code(digest)]),
    ],
    md`; `,
  );
}

function framework({ tensorflow, keras }: NonNullable<NonNullable<Manifest["provenance"]>["framework"]>): Inline {
  return text(`TensorFlow ${tensorflow}${keras === undefined ? "" : `, Keras ${keras}`}`);
}

function names(all: readonly string[]): Inline {
  const rest = all.length - 10;
  const shown = joined(
    all.slice(0, 10).map((one) => code(one)),
    md`, `,
  );
  return rest > 0 ? md`${shown} and ${text(count(rest, "other"))}` : shown;
}

function maybe<T>(value: T | undefined, write: (value: T) => Inline): Inline | null {
  return value === undefined ? null : write(value);
}

/** So many characters as a person counts them, not halves of them. */
function first(words: string, most: number): string {
  const characters = Array.from(words.slice(0, most * 2));
  return words.length <= most || characters.length <= most ? words : `${characters.slice(0, most).join("")}…`;
}

/** The items as far as they have so many characters together. */
function withinAll(items: readonly string[], most: number): readonly string[] {
  const shown: string[] = [];
  let room = most;
  for (const item of items) {
    if (room <= 0) return [...shown, `and ${items.length - shown.length} more`];
    shown.push(first(item, room));
    room -= item.length;
  }
  return shown;
}
