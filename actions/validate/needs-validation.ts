import { Failure } from "../../shared/failure.ts";
import { findChampion } from "../../shared/release/champion.ts";
import { manifestPlace } from "../../shared/release/manifest-place.ts";
import { type ManifestFile, readRelease } from "../../shared/release/open-release.ts";
import { quote } from "../../shared/schema/phrases.ts";
import { returning } from "./shortcut.ts";
import type { ValidatePorts } from "./validation.ts";

type Ports = Pick<ValidatePorts, "files" | "log" | "repositories" | "base">;

/** Whether a model has to be loaded for any of the releases: all but those that served before and were well. */
export async function needsValidation(manifests: readonly ManifestFile[], ports: Ports): Promise<boolean> {
  for (const manifest of manifests) {
    if (await comesBack(manifest, ports)) continue;
    ports.log.info(`${quote(manifest.title)} has to be measured.`);
    return true;
  }
  return false;
}

/** What cannot be read is told by whoever measures. */
async function comesBack({ path, title }: ManifestFile, ports: Ports): Promise<boolean> {
  const { files, repositories, base } = ports;
  try {
    const { manifest } = await readRelease({ path, title }, files);
    const place = await manifestPlace(path, repositories);
    const asked = { path: place.path, model: manifest.model.name, base, asked: null };
    const found = await findChampion(asked, place.repository);
    if (found.kind === "none") return false;
    return (await returning({ path, manifest, champion: found.manifest }, ports)) !== null;
  } catch (thrown) {
    if (thrown instanceof Failure) return false;
    throw thrown;
  }
}
