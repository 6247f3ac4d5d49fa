import { Failure } from "../../failure.ts";
import { readLedger } from "../../ledger/ledger.ts";
import type { Files } from "../../ports/files.ts";
import type { Log } from "../../ports/log.ts";
import type { Manifest } from "../../release/manifest.ts";
import { type ManifestFile, readRelease } from "../../release/open-release.ts";
import { leftBy, type Plan, planOf } from "../plan.ts";
import { championManifest } from "./champion-manifest.ts";
import { targetOf } from "./endpoints.ts";
import type { Place } from "./place.ts";
import { readTip } from "./tip.ts";

interface Ports {
  readonly log: Log;
}

/** What is to be done until the endpoint serves what the default branch says. Nothing is asked of the endpoint. */
export async function planOfTip(place: Place, ports: Ports): Promise<Plan> {
  const { endpoint } = await targetOf(place);
  const { commit } = await place.mainline.tip();
  const { manifest } = await readTip(commit, place);
  return planWith(manifest, { place, endpoint }, ports);
}

/** What it would be once the default branch says what a file says now; a file that is gone is a manifest deleted. */
export async function planOfFile(
  file: ManifestFile,
  place: Place,
  { files, log }: Ports & { readonly files: Files },
): Promise<Plan> {
  const isThere = (await files.kind(file.path)) !== "missing";
  const manifest = isThere ? (await readRelease(file, files)).manifest : null;
  const endpoint = manifest === null ? (await targetOf(place)).endpoint : manifest.target?.endpoint;
  if (endpoint !== undefined) return planWith(manifest, { place, endpoint }, { log });
  throw new Failure("manifest-invalid", `${file.title} does not say where the release is served`, {
    fix: "Add target, with project, region, endpoint and bucket.",
  });
}

interface At {
  readonly place: Place;
  readonly endpoint: string;
}

async function planWith(challenger: Manifest | null, { place, endpoint }: At, { log }: Ports): Promise<Plan> {
  const chain = await readLedger(endpoint, { branch: place.ledger, log });
  const { commit } = await place.mainline.tip();
  const tip = await readTip(commit, place);
  const champion = await championManifest(chain, tip, place);
  const left = challenger === null ? null : leftBy(challenger, tip.manifest);
  const plan = planOf({ challenger, champion, chain, left });
  return plan ?? { hash: "", steps: [], restore: "Nothing is served, and nothing is to be." };
}
