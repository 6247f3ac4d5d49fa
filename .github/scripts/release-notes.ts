import { readFileSync } from "node:fs";
import { join } from "node:path";

// What the changelog says of one version. Usage: node .github/scripts/release-notes.ts v1.2.3

/** Throws where the tag is not the version of the package, or nobody has written what is new. */
export function releaseNotes(tag: string, version: string, changelog: string): string {
  if (tag !== `v${version}`) throw new Error(`the tag ${tag} is not v${version}, which package.json names`);
  const section = changelog.split(/^## /m).find((text) => text.startsWith(`${version}\n`));
  const notes = section?.slice(version.length).trim() ?? "";
  if (notes === "") throw new Error(`CHANGELOG.md has nothing about ${version}`);
  return notes;
}

if (import.meta.main) {
  const read = (file: string) => readFileSync(join(import.meta.dirname, "../..", file), "utf8");
  const { version } = JSON.parse(read("package.json")) as { readonly version: string };
  console.log(releaseNotes(process.argv[2] ?? "", version, read("CHANGELOG.md")));
}
