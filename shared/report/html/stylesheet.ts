import { createHash } from "node:crypto";
import { CHARTS } from "./styles/charts.ts";
import { CONTENT } from "./styles/content.ts";
import { LAYOUT } from "./styles/layout.ts";
import { PALETTE } from "./styles/palette.ts";
import { PRINT } from "./styles/print.ts";
import { TABLES } from "./styles/tables.ts";

/** The page's only style: nothing anybody wrote is in it. */
export const STYLESHEET = [PALETTE, LAYOUT, CONTENT, TABLES, CHARTS, PRINT].join("");

/** What lets it in, and nothing else: no script, no style of others, no address. */
export function contentSecurityPolicy(stylesheet: string = STYLESHEET): string {
  const hash = createHash("sha256").update(stylesheet).digest("base64");
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}
