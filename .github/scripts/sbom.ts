import { readFileSync } from "node:fs";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { NOTICES, readNotices } from "./bundle/notices.ts";

/**
 * Of all that the lockfile names, what is in the committed bundle. `npm sbom --omit dev` is no such list: it names what
 * no program of ours contains, and leaves out what a development tool happens to ask for as well.
 * Usage: npm sbom --package-lock-only --sbom-format cyclonedx --sbom-type application | node .github/scripts/sbom.ts
 */

export interface Sbom {
  readonly metadata: { readonly component: { readonly name: string; readonly "bom-ref": string } };
  readonly components: readonly Component[];
  readonly dependencies: readonly Dependency[];
}

interface Component {
  readonly "bom-ref": string;
  readonly purl: string;
}

interface Dependency {
  readonly ref: string;
  readonly dependsOn: readonly string[];
}

/** Throws where the bundle holds what nobody has listed. */
export function bundledOnly(sbom: Sbom, notices: string): Sbom {
  const bundled = new Set(readNotices(notices).flatMap(({ packages }) => packages.map(purlOf)));
  const components = sbom.components.filter(({ purl }) => bundled.has(purl));
  const listed = new Set(components.map(({ purl }) => purl));
  const missing = [...bundled].filter((purl) => !listed.has(purl));
  if (bundled.size === 0 || missing.length > 0) throw new Error(`not in the list: ${missing.join(", ") || "anything"}`);
  const root = sbom.metadata.component;
  const kept = new Set([root["bom-ref"], ...components.map((component) => component["bom-ref"])]);
  return {
    ...sbom,
    metadata: { ...sbom.metadata, component: { ...root, name: "model-release" } },
    components,
    dependencies: sbom.dependencies
      .filter(({ ref }) => kept.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => kept.has(each)) })),
  };
}

/** `@scope/name 1.2.3` as a package URL. */
function purlOf(named: string): string {
  const [name = "", version = ""] = named.split(" ");
  return `pkg:npm/${name.replace(/^@/, "%40")}@${version}`;
}

if (import.meta.main) {
  const notices = readFileSync(join(import.meta.dirname, "../../actions/dist", NOTICES), "utf8");
  const sbom = (await json(process.stdin)) as Sbom;
  process.stdout.write(`${JSON.stringify(bundledOnly(sbom, notices), null, 2)}\n`);
}
