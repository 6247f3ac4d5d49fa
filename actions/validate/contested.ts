import { Failure } from "../../shared/failure.ts";
import type { Repositories } from "../../shared/ports/repository.ts";
import type { Manifest } from "../../shared/release/manifest.ts";
import { manifestPlace } from "../../shared/release/manifest-place.ts";
import { CLAIM_FIX, claimantsOf, claimText } from "../../shared/rollout/delivery/claimants.ts";

interface Proposed {
  /** The manifest's whole path. */
  readonly path: string;
  readonly manifest: Manifest;
}

/** What merging it would bring about is nobody's to say, where another manifest says something else of the endpoint. */
export async function refuseContested(
  { path: whole, manifest: { target } }: Proposed,
  { repositories }: { readonly repositories: Repositories },
): Promise<void> {
  const { repository, path } = await manifestPlace(whole, repositories);
  const commit = await repository?.resolve("HEAD");
  if (repository === undefined || commit === undefined || target === undefined) return;
  const claimants = await claimantsOf({ path, commit, target }, repository);
  if (claimants.length === 0) return;
  throw new Failure("manifest-invalid", claimText(claimants, target.endpoint), { fix: CLAIM_FIX });
}
