import { canaryFailure } from "./acts/canary-failure.ts";
import { firstRelease } from "./acts/first-release.ts";
import { goodRelease } from "./acts/good-release.ts";
import { hiddenRegression } from "./acts/hidden-regression.ts";
import { lookingBack } from "./acts/looking-back.ts";
import { revertByHand } from "./acts/revert-by-hand.ts";
import type { Act } from "./scene.ts";

/** The whole story, in order. */
export const ACTS: readonly Act[] = [
  firstRelease,
  hiddenRegression,
  canaryFailure,
  goodRelease,
  revertByHand,
  lookingBack,
];
