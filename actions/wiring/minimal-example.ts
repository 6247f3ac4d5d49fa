import { readFileSync } from "node:fs";

const EXAMPLE = new URL("../../workflows-examples/minimal/.github/", import.meta.url);

/** A bundle holds both as text: see rolldown.config.ts. */
export const WORKFLOW: string = readFileSync(new URL("workflows/model-release.yml", EXAMPLE), "utf8");
export const CODE_OWNERS: string = readFileSync(new URL("CODEOWNERS", EXAMPLE), "utf8");
