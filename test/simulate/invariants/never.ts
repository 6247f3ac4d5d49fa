import type { Never } from "./change.ts";
import { PLANNED } from "./planned.ts";
import { THINGS } from "./things.ts";
import { TRAFFIC } from "./traffic.ts";
import { WRITERS } from "./writers.ts";

/** I1 to I5, I7, I9 to I11 and I15, as far as one call can have broken them. */
export const NEVER: readonly Never[] = [...TRAFFIC, ...WRITERS, ...THINGS, ...PLANNED];
