import { goProgram } from "../go-program.ts";

const ACT = { folder: "act-0.2.89", module: "github.com/nektos/act@v0.2.89" };

/** Where act is, if it is there. */
export const PROGRAM = goProgram(ACT, false);

/** Builds it where it is asked for, before the first example: several at once would each build it. */
export function setup(): void {
  goProgram(ACT, process.env.MODEL_RELEASE_ACT === "required");
}
