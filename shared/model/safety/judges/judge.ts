import { type Effect, FORBIDDEN_BECAUSE, type JudgedEffect } from "../effects/effect.ts";
import { operatorEffect } from "../effects/operator-effect.ts";
import { judgeCache } from "./cache.ts";
import { judgeCheckpoint } from "./checkpoint.ts";
import { judgeCompiled } from "./compiled.ts";
import { customOperator } from "./custom-operator.ts";
import type { Judgement, Trial } from "./judgement.ts";
import { judgeOption, judgePrint } from "./option.ts";
import { judgeTable } from "./table.ts";

const JUDGES: Readonly<Record<JudgedEffect, (trial: Trial) => Judgement | null>> = {
  checkpoint: judgeCheckpoint,
  table: judgeTable,
  print: judgePrint,
  cache: judgeCache,
  option: judgeOption,
  compiled: judgeCompiled,
};

/** Why a node that runs may not, or null. */
export function judgeNode(trial: Trial): Judgement | null {
  const { op } = trial.node;
  const effect = operatorEffect(op);
  if (effect === null) return trial.program.scopes.functions.has(op) ? null : customOperator(op);
  if (isForbidden(effect))
    return { reason: `${op} ${FORBIDDEN_BECAUSE[effect].does}`, fix: FORBIDDEN_BECAUSE[effect].fix };
  return isJudged(effect) ? JUDGES[effect](trial) : null;
}

function isForbidden(effect: Effect): effect is keyof typeof FORBIDDEN_BECAUSE {
  return effect in FORBIDDEN_BECAUSE;
}

function isJudged(effect: Effect): effect is JudgedEffect {
  return effect in JUDGES;
}
