import type { Failure } from "../../shared/failure.ts";
import { blocking } from "../../shared/gate/gate.ts";
import type { JudgedGate, Reason } from "../../shared/gate/verdict.ts";
import type { Notice } from "../../shared/ports/notice.ts";
import type { GateId } from "../../shared/schema/release.types.ts";
import type { JudgedRelease } from "./judgement.ts";

/** The part of a manifest that a gate's rules are named below; what a manifest leaves out stands where its parent does. */
const PARTS: Readonly<Record<GateId, string>> = {
  lint: "",
  digest: "/artifact",
  signature: "/artifact/signedBy",
  safety: "/artifact/uri",
  load: "/artifact/uri",
  contract: "/contract",
  golden: "/golden",
  sanity: "/contract/outputs",
  edge: "/contract/inputs",
  quality: "/gates/quality/metrics",
  slices: "/gates/slices",
  latency: "/gates/latency",
  throughput: "/gates/throughput",
  soak: "/gates/soak",
  size: "/gates/size",
  parity: "/golden",
  rehearsal: "/target",
};

/** What keeps a release back, each on the line of the manifest that it is about. */
export function noticesOn({ proposed: { source }, report: { path, verdict } }: JudgedRelease): readonly Notice[] {
  const { model, version } = verdict.release;
  return verdict.gates.flatMap((judged) =>
    reasonsAgainst(judged).map(({ rule, message, fix }) => ({
      level: judged.status === "fail" ? ("error" as const) : ("warning" as const),
      title: `${model} ${version}: ${judged.gate}`,
      message,
      fix: fix ?? null,
      file: path,
      line: source.problemAt({ at: pointerOf(judged.gate, rule), message, fix: "" }).line,
    })),
  );
}

/** What could not be judged, each problem on its line. */
export function noticesOf({ path, failure }: { readonly path: string; readonly failure: Failure }): readonly Notice[] {
  const { code, message, fix, problems } = failure;
  const shown = { level: "error", title: code } as const;
  if (problems.length === 0) return [{ ...shown, message, fix, file: path, line: 1 }];
  return problems.map((problem) => ({
    ...shown,
    message: problem.message,
    fix: problem.fix,
    file: path,
    line: problem.line,
  }));
}

function reasonsAgainst(judged: JudgedGate): readonly Reason[] {
  return blocking(judged) === "pass" ? [] : judged.reasons.filter(({ status }) => status === judged.status);
}

/** A rule is named as the field that it reads: `gates.latency.p95Ms` in lint, `auc.min` among the metrics. */
function pointerOf(gate: GateId, rule: string): string {
  const parts = rule.split(".").map((part) => part.replaceAll("~", "~0").replaceAll("/", "~1"));
  return [PARTS[gate], ...parts].join("/");
}
