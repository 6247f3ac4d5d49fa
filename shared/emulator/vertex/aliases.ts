import { badField } from "../protos/misfit.ts";
import type { VersionDocument } from "./documents.ts";
import { DEFAULT_ALIAS } from "./versions.ts";

const ALIAS = /^[a-z][a-zA-Z0-9-]{0,126}[a-z0-9-]$/;

/** The versions after `changes` to one of them: an alias sits on one version alone, and `-alias` takes it off. */
export function withAliases(
  versions: readonly VersionDocument[],
  versionId: string,
  changes: readonly string[],
): readonly VersionDocument[] {
  const added = changes.filter((change) => !change.startsWith("-"));
  const removed = changes.filter((change) => change.startsWith("-")).map((change) => change.slice(1));
  for (const alias of [...added, ...removed]) checkAlias(alias);
  // One that is added and taken off in one request is neither.
  const wanted = added.filter((alias) => !removed.includes(alias));
  if (removed.includes(DEFAULT_ALIAS) && !added.includes(DEFAULT_ALIAS)) {
    throw badField("version_aliases", "The alias default cannot be removed: give it to another version.");
  }
  return versions.map((version) => {
    const isOwn = version.versionId === versionId;
    const taken = isOwn ? removed.filter((alias) => !added.includes(alias)) : wanted;
    const left = version.versionAliases.filter((alias) => !taken.includes(alias));
    return { ...version, versionAliases: isOwn ? [...new Set([...left, ...wanted])] : left };
  });
}

function checkAlias(alias: string): void {
  if (ALIAS.test(alias)) return;
  throw badField(
    "version_aliases",
    `The alias "${alias.slice(0, 200)}" does not match [a-z][a-zA-Z0-9-]{0,126}[a-z0-9-].`,
  );
}
