import { Failure } from "../../failure.ts";
import { championOf } from "../../ledger/history.ts";
import { readSoundLedger } from "../../ledger/ledger.ts";
import type { Log } from "../../ports/log.ts";
import type { Manifest } from "../../release/manifest.ts";
import { MANIFEST_NAMES } from "../../release/proposal.ts";
import { quote } from "../../schema/phrases.ts";
import { expectedShares } from "../served.ts";
import type { Ground, Place } from "./place.ts";
import { earlierManifest, manifestsAt, readTip } from "./tip.ts";

export type Target = NonNullable<Manifest["target"]>;

/** Where the default branch wants a release served; where it wants one no longer, as it was wanted last. */
export async function targetOf(place: Place): Promise<Target> {
  const { commit } = await place.mainline.tip();
  const { manifest, changes } = await readTip(commit, place);
  const known = manifest ?? (await earlierManifest(changes, ({ target }) => target !== undefined, place));
  if (known?.target !== undefined) return known.target;
  const shown = quote(place.path);
  if (known !== null) {
    throw new Failure("manifest-invalid", `${shown} does not say where the release is served`, {
      fix: "Add target, with project, region, endpoint and bucket.",
    });
  }
  throw new Failure("manifest-missing", `the default branch has no ${shown}, and never had one`, {
    fix: "Merge it first, or name another manifest.",
  });
}

/** Every manifest that decides what some endpoint serves: those of the tip, and deleted ones whose release still does. */
export async function placesOf(ground: Ground, log: Log): Promise<readonly Place[]> {
  const { repository, mainline } = ground;
  const { commit } = await mainline.tip();
  const paths = (await repository.changes({ from: null, to: commit }, MANIFEST_NAMES)).map(({ path }) => path);
  const manifests = await manifestsAt(commit, repository);
  const places = paths.map((path) => ({ ...ground, path }));
  if (manifests.size < paths.length) {
    // What nobody can read may be what names an endpoint now.
    log.info("What deleted manifests served is left alone until every release.yaml can be read.");
    return places;
  }
  const named = new Set([...manifests.values()].flatMap(({ target }) => target?.endpoint ?? []));
  const deleted = (await deletedPaths(named, ground)).filter((path) => !paths.includes(path));
  return [...places, ...deleted.map((path) => ({ ...ground, path }))];
}

/** Endpoints of the ledger that nobody names any more. */
async function deletedPaths(named: ReadonlySet<string>, ground: Ground): Promise<readonly string[]> {
  const { ledger, repository } = ground;
  const endpoints = (await ledger.fetch()).names.flatMap((name) => /^(.+)\.jsonl$/.exec(name)?.[1] ?? []);
  const found: string[] = [];
  for (const endpoint of endpoints.filter((each) => !named.has(each))) {
    const { lines: chain } = await readSoundLedger(endpoint, { branch: ledger });
    const champion = championOf(chain);
    if (champion === null || expectedShares(chain).length === 0) continue;
    if ((await repository.resolve(champion.commit)) === undefined) continue;
    const manifests = [...(await manifestsAt(champion.commit, repository))];
    const last = manifests.find(([, { target }]) => target?.endpoint === endpoint);
    if (last !== undefined) found.push(last[0]);
  }
  return found;
}
