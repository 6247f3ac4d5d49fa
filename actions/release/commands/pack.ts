import { inspectModel } from "../../../shared/model/inspection.ts";
import { refusePointers } from "../../../shared/release/lfs-pointer.ts";
import {
  type ManifestFacts,
  type Refreshed,
  refreshManifest,
  writeManifest,
} from "../../../shared/release/manifest-text.ts";
import type { CommandPorts, CommandResult, Invocation } from "./command.ts";
import { type Packed, packText } from "./pack-text.ts";

const MAX_MANIFEST_BYTES = 1 << 20;

/** A manifest for a SavedModel: a new one, or the one that is there, with what the artifact decides brought up to date. */
export async function pack({ operands, options }: Invocation, ports: CommandPorts): Promise<CommandResult> {
  const { files } = ports;
  const directory = ports.resolve(operands[0]!);
  const out = options.get("out");
  const title = typeof out === "string" ? out : "release.yaml";
  const manifest = ports.resolve(title);
  const facts = await factsOf(directory, manifest, ports);
  const exists = (await files.kind(manifest)) !== "missing";
  const { text, changes, warnings } = exists ? await refresh(manifest, facts, ports) : fresh(facts);
  const isChanged = !exists || changes.length > 0;
  if (isChanged) await files.write(manifest, text);
  const outcome = exists ? (isChanged ? "refreshed" : "unchanged") : "written";
  const document: Packed = {
    schema: "model-release/pack/v1",
    manifest,
    outcome,
    digest: facts.digest,
    changes,
    warnings,
  };
  return { exitCode: 0, document, text: (style) => packText(document, title, style) };
}

/** What the artifact in a folder decides of a manifest. */
export async function factsOf(directory: string, manifest: string, ports: CommandPorts): Promise<ManifestFacts> {
  await refusePointers(directory, await ports.files.list(directory), ports.files);
  const { inspection } = await inspectModel(directory, { tensorflowVersion: null }, ports);
  const { digest, signatures, tensorflowVersion, kerasVersion } = inspection;
  return { uri: relativeUri(manifest, directory), digest, signatures, tensorflowVersion, kerasVersion };
}

function fresh(facts: ManifestFacts): Refreshed {
  return { text: writeManifest(facts), changes: [], warnings: [] };
}

async function refresh(manifest: string, facts: ManifestFacts, { files }: CommandPorts): Promise<Refreshed> {
  const before = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
    await files.read(manifest, MAX_MANIFEST_BYTES),
  );
  return refreshManifest(before, facts, manifest);
}

/** A path as seen from the manifest's folder, with `/` between parts. */
export function relativeUri(manifest: string, path: string): string {
  const from = manifest.split("/").slice(0, -1);
  const to = path.split("/");
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/") || ".";
}
