import { existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

const LINK = /\[[^\]]*\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g;
const USES = /^\s*(?:-\s+)?uses:\s*["']?(\.\/[^\s"'#]*)/gm;
const FENCE = /^(```|~~~).*?^\1/gms;

/** Relative links of a Markdown file that lead nowhere. */
export function deadLinks(root: string, file: string, text: string): readonly string[] {
  const targets = [...text.replace(FENCE, "").matchAll(LINK)].map(([, target]) => target!);
  return targets
    .filter((target) => !/^([a-z][a-z0-9+.-]*:|#|\/\/)/i.test(target))
    .filter((target) => !existsSync(join(root, resolveTarget(file, target))))
    .map((target) => `${file}: ${target}`);
}

/** `uses: ./folder` of a workflow or example whose folder holds no action. */
export function deadUses(root: string, file: string, text: string): readonly string[] {
  return [...text.matchAll(USES)]
    .map(([, target]) => target!)
    .filter((target) => !["action.yml", "action.yaml", ""].some((name) => isFile(join(root, target, name))))
    .map((target) => `${file}: ${target}`);
}

function isFile(path: string): boolean {
  return /\.ya?ml$/.test(path) && existsSync(path);
}

function resolveTarget(file: string, target: string): string {
  const path = decodeURIComponent(target.split("#")[0]!);
  return path.startsWith("/") ? path : normalize(join(dirname(file), path));
}
