import { Failure } from "../../../shared/failure.ts";
import type { Signature } from "../../../shared/ports/signature.ts";
import {
  chooseSignature,
  type ManifestFacts,
  type MeasuredBy,
  writeManifest,
} from "../../../shared/release/manifest-text.ts";
import { list, quote } from "../../../shared/schema/phrases.ts";
import { readChecked, refusalText, signatureOf } from "./asked-model.ts";
import type { CommandPorts, CommandResult, Invocation } from "./command.ts";
import { type Begun, begunText } from "./init-text.ts";
import { type InitWish, initWish, type Rows } from "./init-wish.ts";
import { factsOf, relativeUri } from "./pack.ts";
import { recordCases } from "./recorded-cases.ts";

const GOLDEN = "golden.jsonl";
/** Where GitHub looks for owners, in its order. */
const OWNERS = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];

/** What a model repository needs besides its model: nothing that is there is changed. */
export async function init(invocation: Invocation, ports: CommandPorts): Promise<CommandResult> {
  const wish = initWish(invocation);
  const { workflow, codeOwners, savedModels } = await ports.scaffold();
  const folder = ports.resolve(wish.folder);
  const model = wish.model === null ? onlyModel(savedModels(folder), wish.folder) : ports.resolve(wish.model);
  const manifest = `${folder}/release.yaml`;
  const facts = await factsOf(model, manifest, ports);
  const golden = await goldenCases(wish, { model, facts }, ports);
  const { repositories, makeFolder } = await ports.validate();
  await makeFolder(folder);
  const top = (await repositories.find(folder))?.top ?? folder;
  const shown = (path: string): string => relativeUri(`${top}/-`, path);
  const files = [
    { path: manifest, text: writeManifest(facts, measuredBy(wish, manifest, ports)) },
    ...(golden === null ? [] : [{ path: `${folder}/${GOLDEN}`, text: golden }]),
    { path: `${top}/.github/workflows/model-release.yml`, text: workflow },
    { path: await ownersIn(top, ports), text: ownersFor(wish, codeOwners, (path) => shown(ports.resolve(path))) },
  ];
  const { written, kept } = await writeMissing(files, ports);
  const document: Begun = {
    schema: "model-release/init/v1",
    model: shown(model),
    digest: facts.digest,
    written: written.map(shown),
    kept: kept.map(shown),
    left: leftToDo(wish, { manifest: shown(manifest), isKept: kept.includes(manifest) }),
  };
  return { exitCode: 0, document, text: (style) => begunText(document, style) };
}

function onlyModel(found: readonly string[], folder: string): string {
  if (found.length === 1) return found[0]!;
  const what = found.length === 0 ? "holds no SavedModel" : `holds ${found.length} SavedModels: ${list(found, 6)}`;
  throw new Failure(found.length === 0 ? "artifact-missing" : "usage", `${quote(folder)} ${what}`, {
    fix: "Name the folder of one with --model.",
  });
}

interface Packed {
  readonly model: string;
  readonly facts: ManifestFacts;
}

/** What the model itself answers today; null where no rows are named. */
async function goldenCases({ rows, runtime }: InitWish, packed: Packed, ports: CommandPorts): Promise<string | null> {
  if (rows === null) return null;
  const { model: directory, facts } = packed;
  const { savedModel, finding } = await readChecked(directory, ports);
  if (finding !== undefined) {
    const fix = "Run `model-release inspect` on it for all that was found.";
    throw new Failure("artifact-refused", refusalText(finding), { fix });
  }
  const signature = signatureOf(savedModel, chooseSignature(facts.signatures, undefined).name);
  const chosen = await ports.runtime(runtime);
  await using model = await chosen.load({ directory, signatureName: signature.name });
  const { task, label } = rows;
  const request = {
    path: ports.resolve(rows.file),
    evaluation: { task, label },
    contract: { inputs: dataInputs(signature, rows), outputs: signature.outputs },
    signature,
    slices: [],
  };
  const { datasets } = await ports.validate();
  return await recordCases({ rows: request, model, digest: facts.digest }, datasets);
}

function dataInputs({ inputs }: Signature, { features }: Rows) {
  if (features === null) return inputs;
  const [only, ...others] = inputs;
  const width = only?.shape?.at(-1);
  if (only !== undefined && others.length === 0 && (width === -1 || width === features.length))
    return [{ ...only, features }];
  const takes = others.length > 0 ? `has ${inputs.length} inputs` : `takes ${width ?? "no"} columns`;
  throw new Failure("usage", `--features names ${features.length} columns, and the model ${takes}`, {
    fix: others.length > 0 ? "Name the columns as the inputs, without --features." : "Name as many columns.",
  });
}

function measuredBy({ rows }: InitWish, manifest: string, { resolve }: CommandPorts): MeasuredBy | null {
  if (rows === null) return null;
  const { task, label, features } = rows;
  const dataset = { uri: relativeUri(manifest, resolve(rows.file)) };
  return { evaluation: { task, dataset, label }, golden: { file: GOLDEN }, features };
}

async function ownersIn(top: string, { files }: CommandPorts): Promise<string> {
  for (const name of OWNERS) if ((await files.kind(`${top}/${name}`)) !== "missing") return `${top}/${name}`;
  return `${top}/${OWNERS[0]}`;
}

/** The example's owners, with the rows that this model is measured on in place of the example's. */
function ownersFor({ rows }: InitWish, example: string, shown: (path: string) => string): string {
  const dataset = rows === null ? null : shown(rows.file);
  return example.replace(/^\*\*\/eval\.csv( .*)\n/m, (_, owner: string) =>
    // Outside of the repository nobody here owns them; a space would end the pattern.
    dataset === null || dataset.startsWith("..") ? "" : `/${dataset.replaceAll(" ", "\\ ")}${owner}\n`,
  );
}

interface Draft {
  readonly path: string;
  readonly text: string;
}

async function writeMissing(drafts: readonly Draft[], ports: CommandPorts) {
  const { makeFolder } = await ports.validate();
  const written: string[] = [];
  const kept: string[] = [];
  for (const { path, text } of drafts) {
    if ((await ports.files.kind(path)) !== "missing") {
      kept.push(path);
      continue;
    }
    await makeFolder(path.slice(0, path.lastIndexOf("/")));
    await ports.files.write(path, text);
    written.push(path);
  }
  return { written, kept };
}

interface Laid {
  readonly manifest: string;
  readonly isKept: boolean;
}

function leftToDo({ rows }: InitWish, { manifest, isKept }: Laid): readonly string[] {
  const golden =
    rows === null
      ? "record golden cases: --dataset FILE --task T --label COLUMN, or by hand as golden.jsonl"
      : `look at ${GOLDEN}: its answers are the model's own of today, right or wrong`;
  return [
    isKept ? `evaluation and golden in ${manifest}, which was there` : `each TODO in ${manifest}`,
    golden,
    `.github/workflows/model-release.yml${isKept ? "" : ` and ${manifest}`}: OWNER, and COMMIT with the 40 digits of the release that you chose`,
    ".github/CODEOWNERS: who answers for workflows and for models; then require their review, and the check model-release",
  ];
}
