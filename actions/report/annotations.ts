import { blocking } from "../../shared/gate/gate.ts";
import type { JudgedGate, Reason } from "../../shared/gate/verdict.ts";
import type { Notice } from "../../shared/ports/notice.ts";
import type { ManifestSource } from "../../shared/release/manifest.ts";
import type { FailedRelease, ReleaseReport } from "../../shared/report/report.ts";
import type { GateId } from "../../shared/schema/release.types.ts";

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
export function noticesOn({ path, verdict }: ReleaseReport, { problemAt }: ManifestSource): readonly Notice[] {
  const { model, version } = verdict.release;
  return verdict.gates.flatMap((judged) =>
    reasonsAgainst(judged).map(({ rule, message, fix }) => ({
      level: judged.status === "fail" ? ("error" as const) : ("warning" as const),
      title: `${model} ${version}: ${judged.gate}`,
      message,
      fix: fix ?? null,
      file: path,
      line: problemAt({ at: pointerOf(judged.gate, rule), message, fix: "" }).line,
    })),
  );
}

/** What could not be judged: each problem on its line, as far as it lies in the manifest itself. */
export function noticesOf({ path, failure }: FailedRelease): readonly Notice[] {
  const { code, message, fix, problems } = failure;
  const level = code === "evidence-missing" ? ("warning" as const) : ("error" as const);
  const shown = { level, title: code, file: path };
  if (path === null || problems.length === 0) return [{ ...shown, message, fix }];
  return problems.map((problem) => {
    const { file, line, column } = problem;
    if (file === path) return { ...shown, line, message: problem.message, fix: problem.fix };
    return { ...shown, line: 1, message: `${file}:${line}:${column}: ${problem.message}`, fix: problem.fix };
  });
}

function reasonsAgainst(judged: JudgedGate): readonly Reason[] {
  return blocking(judged) === "pass" ? [] : judged.reasons.filter(({ status }) => status === judged.status);
}

/** A rule is named as the field that it reads: `gates.latency.p95Ms` in lint, `auc.min` among the metrics. */
function pointerOf(gate: GateId, rule: string): string {
  const parts = rule.split(".").map((part) => part.replaceAll("~", "~0").replaceAll("/", "~1"));
  return [PARTS[gate], ...parts].join("/");
}
