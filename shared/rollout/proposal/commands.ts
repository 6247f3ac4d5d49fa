import type { Proposals } from "../../ports/proposals.ts";

/** What a person runs in a clone to merge a branch that no forge shows. Both names are of a form of ours, or quoted. */
export function commandsOf(
  { branch }: { readonly branch: string },
  base: string,
  place: Proposals["place"],
): readonly string[] {
  if (place === "local") return [`git switch ${word(base)}`, `git merge --no-ff ${word(branch)}`];
  return [
    `git switch ${word(base)}`,
    `git pull --ff-only origin ${word(base)}`,
    `git fetch origin ${word(branch)}`,
    "git merge --no-ff FETCH_HEAD",
    `git push origin ${word(base)}`,
  ];
}

/** As a shell reads it back. */
function word(name: string): string {
  return /^[\w./+-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`;
}
