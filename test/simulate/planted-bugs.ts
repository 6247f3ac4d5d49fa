// biome-ignore-start lint/suspicious/noTemplateCurlyInString: these are pieces of source text.
/** One mistake that somebody could make, as the change that makes it. */
export interface PlantedBug {
  readonly name: string;
  readonly file: string;
  /** Exactly once in the file. */
  readonly find: string;
  readonly replace: string;
}

const ROLLOUT = "shared/rollout";

export const PLANTED_BUGS: readonly PlantedBug[] = [
  bug(
    "a lease that was taken over is renewed all the same",
    "lease.ts",
    'if (written.status === "conflict") return null;',
    'if (written.status === "conflict") return { object, holder, fence, isTakenOver, generation: ifGeneration, writtenMs: nowMs, writtenElapsedMs, answeredElapsedMs: writtenElapsedMs, memory };',
  ),
  bug(
    "a run that stood still goes on writing",
    "guard.ts",
    "isHeld(run.lease, ports) ? write(...given) : LAPSED",
    "run === null ? LAPSED : write(...given)",
  ),
  bug(
    "the lease is judged by the runner's own clock",
    "lease.ts",
    "return Math.round(writtenMs + clock.elapsedMs() - answeredElapsedMs);",
    "return Math.round(clock.elapsedMs() + 0 * (writtenMs - answeredElapsedMs));",
  ),
  bug(
    "the intent is kept before its line is",
    "ahead.ts",
    "  if (intent === null) return null;",
    '  if (effect.kind === "begin") return effect.intent;\n  if (intent === null) return null;',
  ),
  bug(
    "a step is not written down before its traffic moves",
    "ahead.ts",
    "return { ...intent, step: effect.step, stepSinceMs: null };",
    "return intent;",
  ),
  bug(
    "a registration whose answer was lost is repeated at once",
    "acts/prepare.ts",
    'if (started.kind === "ambiguous") return further(situation, { upload: { operation: lost, sinceMs: nowMs } });',
    'if (started.kind === "ambiguous" && lost !== null) return waiting({ ...intent, upload: null }, what, 0);',
  ),
  bug(
    "the share goes on before its step is judged",
    "advance.ts",
    'return passedStep < step ? { kind: "judge", step } : shift(intent, step + 1);',
    'return passedStep > step ? { kind: "judge", step } : shift(intent, step + 1);',
  ),
  bug(
    "what failed is deployed again by the next run",
    "start.ts",
    'if (standing === "bad" || standing === "rolledBack") {',
    'if (standing === "rolledBack") {',
  ),
  bug(
    "a restore leaves the champion a rounded share",
    "unwind.ts",
    'return { kind: "restore", split: intent.restore };',
    'return { kind: "restore", split: before };',
  ),
  bug(
    "what failed stays on the staging endpoint",
    "unwind.ts",
    'if (intent.staging === "rising" || intent.staging === "up") return { kind: "unstage" };',
    "",
  ),
  bug(
    "a release without a pass is let through",
    "start.ts",
    'if (record.kind === "none") return ended("refused", record.reason, record.fix);',
    'if (record.kind === "none") return null;',
  ),
  bug(
    "models of others are collected",
    "leftovers.ts",
    "return digest !== null && chain.some((line) => line.digest === digest);",
    "return digest === null || chain.some((line) => line.digest === digest);",
  ),
  bug(
    "a first release waits for a champion of elsewhere",
    "start.ts",
    "hasSettled(situation.chain) && record.champion !==",
    "record.champion !==",
  ),
  bug("nothing is ever collected", "start.ts", "(leftover(situation) ?? wish)", "wish"),
  bug(
    "a stopped endpoint is never served again",
    "served.ts",
    "return expectedShares(chain).length === 0 ? null : championOf(chain);",
    "return championOf(chain);",
  ),
  bug(
    "an outage of the forge ends the run with a stack trace",
    "observe.ts",
    'if (!(thrown instanceof Failure) || thrown.code === "internal") throw thrown;',
    'if (thrown instanceof Failure) throw new TypeError("read of undefined");',
  ),
  bug(
    "what people cannot be told breaks the walk",
    "run.ts",
    "  } catch (thrown) {\n    log.info(",
    '  } catch (thrown) {\n    if (what === "telling people") throw new TypeError("read of undefined");\n    log.info(',
  ),
  bug(
    "the ledger's outage loses its lines",
    "memory.ts",
    "    log.info(`The ledger could not be told yet: ${thrown.message}.`);\n    return memory;",
    "    return { ...memory, pending: [] };",
  ),
  bug(
    "a line that was pushed is pushed again",
    "../ledger/ledger.ts",
    "return entries.filter((entry) => !known.has(contentOf(entry)));",
    "return entries.filter((entry) => known.size >= 0 || contentOf(entry) === null);",
  ),
  bug(
    "a cause is told to everybody",
    "observe.ts",
    "message: `${what}: ${thrown.message}`",
    "message: `${what}: ${thrown.message}, ${thrown.cause}`",
  ),
  bug(
    "a deletion is never acted on",
    "removal.ts",
    'if (desired.onDelete === "hold") return',
    "if (desired.onDelete.length > 0) return",
  ),
  bug(
    "taking all traffic off is not written down before it is asked for",
    "removal.ts",
    'return effect.kind === "restore" && intent === null;',
    'return effect.kind === "begin" && intent !== null;',
  ),
  bug(
    "a canary takes all traffic at once",
    "start.ts",
    'kind === "rollback" || expectedShares(chain).length === 0 ? AT_ONCE : rollout.steps',
    "kind.length > 0 || expectedShares(chain).length === 0 ? AT_ONCE : rollout.steps",
  ),
  bug("a new holder gets no number of its own", "lease.ts", "fence: fence + 1, isTakenOver", "fence, isTakenOver"),
  bug(
    "a deployment is not written down before it is asked for",
    "ahead.ts",
    "return { ...intent, operation: intent.operation ?? { operation: unknownDeployment(intent), sinceMs: nowMs } };",
    "return intent;",
  ),
  bug(
    "a registration is not written down before it is asked for",
    "ahead.ts",
    "      return { ...intent, upload: intent.upload ?? { operation: unknownUpload(desired.manifest!), sinceMs: nowMs } };",
    "      return nowMs + Number(desired.order.length) > 0 && unknownUpload !== null ? intent : null;",
  ),
  bug(
    "staging is not written down before it begins",
    "ahead.ts",
    'staging: intent.staging === "none" ? "rising" : intent.staging',
    "staging: intent.staging",
  ),
  bug(
    "the registry is not looked at first",
    "acts/prepare.ts",
    'if (found.kind === "done") return registered(situation, found.value.reference);',
    "if (nowMs < 0) return registered(situation, null);",
  ),
  bug(
    "an upload that goes on is left to itself",
    "unwind.ts",
    'if (intent.upload !== null) return { kind: "settle" };',
    "",
  ),
  bug(
    "a failure does not latch",
    "acts/traffic.ts",
    '  if (judgement.kind === "fail")\n    return latched(',
    '  if (judgement.kind === "fail") return waiting(intent, "better answers", 60_000);\n  if (nowMs < 0)\n    return latched(',
  ),
  bug("what failed stays deployed", "unwind.ts", "!intent.wasParked && (isThere ||", "intent.wasParked && (isThere ||"),
  bug(
    "what is underway is taken from a newer commit",
    "advance.ts",
    'if (desired.order === "older") return',
    'if (desired.planHash === "older") return',
  ),
  bug(
    "a rounding loses one percent",
    "split.ts",
    "id !== challenger && share > 0);",
    "id !== challenger && share >= 0);\n  if (others.length === 1 && percent < 100) return { [challenger]: percent, [others[0]![0]]: 99 - percent };",
  ),
  bug("the champion is collected", "leftovers.ts", "if (isServed(deployed, endpoint) || !isOurs", "if (!isOurs"),
  bug(
    "any version will do for an artifact",
    "acts/prepare.ts",
    'if (found.kind === "done") return registered(situation, found.value.reference);',
    'if (found.kind === "done") return registered(situation, { ...found.value.reference, version: "1" });',
  ),
  bug(
    "the plan is told of the last step alone",
    "plan.ts",
    "champion === null ? [100] : challenger.rollout.steps;",
    "champion === null ? [100] : challenger.rollout.steps.slice(-1);",
  ),
  bug(
    "a release is blamed for a read that was late",
    "acts/stage.ts",
    'if (started.kind === "refused" && started.reason === "state") return waiting',
    'if (started.kind === "refused" && situation.nowMs < 0) return waiting',
  ),
  bug(
    "the standby is collected at once",
    "leftovers.ts",
    "return nowMs - instantMs(champion!.time) >= hours * HOUR_MS;",
    "return nowMs - instantMs(champion!.time) >= 0 * hours;",
  ),
];

function bug(name: string, file: string, find: string, replace: string): PlantedBug {
  return { name, file: file.startsWith("../") ? `shared/${file.slice(3)}` : `${ROLLOUT}/${file}`, find, replace };
}
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: these are pieces of source text.
