import { isMeasured, type Unmeasured } from "../../evidence/evidence.ts";
import type { LoadEvidence } from "../../evidence/load.ts";
import { bytes, count } from "../../release/quantities.ts";
import { code, type Inline, joined, md, text } from "../escape.ts";
import { figure, percent, whole } from "../figures.ts";
import { commitLink, fileLink, runLink } from "../links.ts";
import { type Block, fold } from "../markdown.ts";
import type { ReleaseReport, Run } from "../report.ts";
import { factTable } from "./model.ts";

/** What was measured with what, over which bytes. */
export function environmentFold({ path, evidence, verdict }: ReleaseReport, run: Run | null): Block {
  const { runtime, dataset, size, load, latency, champion, release } = evidence;
  return fold(
    "Environment",
    factTable([
      { name: md`manifest`, value: fileLink(run, path) },
      { name: md`commit`, value: run === null ? null : commitLink(run, run.commit) },
      { name: md`compared with`, value: run?.base == null ? null : commitLink(run, run.base) },
      { name: md`run`, value: run === null ? null : runLink(run) },
      { name: md`runtime`, value: isMeasured(runtime) ? text(`${runtime.name} ${runtime.version}`) : why(runtime) },
      { name: md`device`, value: isMeasured(runtime) ? text(runtime.device) : null },
      { name: md`challenger`, value: code(release.digest) },
      { name: md`champion`, value: champion === null ? null : code(champion.digest) },
      { name: md`size`, value: text(`${bytes(size.bytes)} in ${count(size.files, "file")}`) },
      { name: md`evaluation set`, value: isMeasured(dataset) ? datasetText(dataset) : why(dataset) },
      { name: md`loading`, value: isMeasured(load) ? loadText(load) : why(load) },
      { name: md`GPUs`, value: isMeasured(latency) ? gpuText(latency.gpus) : null },
      { name: md`evidence`, value: code(verdict.evidenceDigest) },
      { name: md`plan`, value: verdict.planHash === null ? null : code(verdict.planHash) },
    ]),
  );
}

function why({ unmeasured, reason }: Unmeasured): Inline | null {
  return unmeasured === "notApplicable" ? null : md`not known: ${text(reason, 300)}`;
}

function datasetText({ digest, rows }: { readonly digest: string; readonly rows: number }): Inline {
  return md`${text(`${whole(rows)} rows`)}, ${code(digest)}`;
}

function loadText({ attempts }: LoadEvidence): Inline {
  return joined(
    attempts.map((attempt) => {
      if (attempt.outcome === "failed") return md`failed (${code(attempt.code)})`;
      const peak = attempt.peakBytes === null ? md`` : md`, ${text(bytes(attempt.peakBytes))}`;
      return md`${text(figure(attempt.coldStartSeconds))} s${peak}`;
    }),
    md`<br>`,
  );
}

function gpuText(gpus: readonly { readonly name: string; readonly busyShare: number | null }[]): Inline | null {
  if (gpus.length === 0) return null;
  return joined(
    gpus.map(
      ({ name, busyShare }) => md`${text(name)}${busyShare === null ? md`` : md`, ${text(percent(busyShare))} busy`}`,
    ),
    md`<br>`,
  );
}
