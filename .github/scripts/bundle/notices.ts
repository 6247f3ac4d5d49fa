import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "rolldown";

export const NOTICES = "THIRD-PARTY-NOTICES.txt";

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly text: string;
}

/** Packages that come under the same terms. */
interface Notice {
  readonly packages: readonly string[];
  readonly licence: string;
  readonly text: string;
}

/** Writes whose code is in the bundle, and under what licence: of the modules that are really in it, and of no other. */
export const notices: Plugin = {
  name: "notices",
  generateBundle(_, bundle) {
    const folders = new Set<string>();
    for (const output of Object.values(bundle)) {
      if (output.type !== "chunk") continue;
      for (const [id, { renderedLength }] of Object.entries(output.modules)) {
        const folder = packageFolder(id);
        if (folder !== null && renderedLength > 0) folders.add(folder);
      }
    }
    this.emitFile({ type: "asset", fileName: NOTICES, source: noticesOf([...folders].map(readPackage)) });
  },
};

/** The innermost package that a module lies in. */
function packageFolder(id: string): string | null {
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id.replace(/^\0[^/]*/, ""))?.[0] ?? null;
}

function readPackage(folder: string): Package {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const files = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .sort();
  const texts = files.map((file) => readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim());
  return { name, version, license: String(license), text: texts.join("\n\n") };
}

const RULE = `\n\n${"=".repeat(80)}\n\n`;

/** What is named, each as `name 1.2.3`, with the licence they share and its text: the inverse of what is written. */
export function readNotices(notices: string): readonly Notice[] {
  const [, ...entries] = notices.split(RULE);
  return entries.map((entry) => {
    const [names = "", rest = ""] = entry.split("\n\nLicence: ");
    const [licence = "", ...text] = rest.trim().split("\n\n");
    return { packages: names.split("\n"), licence, text: text.join("\n\n") };
  });
}

/** Packages with the same text share it. */
function noticesOf(packages: readonly Package[]): string {
  const sorted = packages.toSorted((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
  const shared = Map.groupBy(sorted, ({ license, text }) => `${license}\n\n${text}`);
  const entries = [...shared].map(([terms, those]) => {
    const names = [...new Set(those.map(({ name, version }) => `${name} ${version}`))];
    return `${names.join("\n")}\n\nLicence: ${terms}`;
  });
  const opening = "The programs in this folder contain code of these packages.";
  return `${[opening, ...entries]
    .join(`\n\n${"=".repeat(80)}\n\n`)
    .replaceAll(/[ \t]+$/gm, "")
    .trimEnd()}\n`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
