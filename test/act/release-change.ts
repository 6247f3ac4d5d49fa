import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { localFiles } from "../../shared/adapters/files/files.ts";
import { digestArtifact } from "../../shared/release/artifact.ts";
import { worsenModel } from "./worse-model.ts";

/** Another model that answers alike, or one that answers half of what it should. */
export type Kind = "alike" | "worse";

/** A release that is another one by its digest, in the folder of the model repository. */
export async function changeRelease(folder: string, version: string, kind: Kind): Promise<void> {
  const artifact = join(folder, "spend/artifact");
  mkdirSync(join(artifact, "assets"), { recursive: true });
  writeFileSync(join(artifact, "assets/notes.txt"), `${version}\n`);
  if (kind === "worse") worsenModel(artifact);
  const { digest } = await digestArtifact(artifact, localFiles());
  changeManifest(folder, { model: { version }, artifact: { digest } });
}

type Sections = Readonly<Record<string, object>>;

export function changeManifest(folder: string, changes: Sections): void {
  const path = join(folder, "spend/release.yaml");
  const manifest = parse(readFileSync(path, "utf8")) as Sections;
  const laid = Object.entries(changes).map(([name, section]) => [name, { ...manifest[name], ...section }] as const);
  writeFileSync(path, stringify({ ...manifest, ...Object.fromEntries(laid) }));
}
