import { toFailure } from "../../shared/failure.ts";
import type { Log } from "../../shared/ports/log.ts";
import type { Notice } from "../../shared/ports/notice.ts";
import type { KeepFolder } from "../../shared/ports/run-artifact.ts";
import { quote } from "../../shared/schema/phrases.ts";
import type { StepInputs } from "./inputs.ts";

interface Ports {
  readonly keep: KeepFolder;
  readonly resolve: (path: string) => string;
  readonly log: Log;
  readonly annotate: (notices: readonly Notice[]) => void;
}

/** The run keeps what was written, for `report`. Where it cannot, the verdict is what it is, and the job goes on. */
export async function keepEvidence(
  { artifact, out }: Pick<StepInputs, "artifact" | "out">,
  written: ReadonlySet<string>,
  { keep, resolve, log, annotate }: Ports,
): Promise<void> {
  if (artifact === null || written.size === 0) return;
  try {
    const { sizeBytes } = await keep({ name: artifact, folder: resolve(out) });
    log.info(`The evidence is kept as the artifact ${quote(artifact)}, ${sizeBytes} bytes.`);
  } catch (thrown) {
    const { code, message, fix } = toFailure(thrown);
    log.info(`The evidence is not kept: ${message}. ${fix}`);
    // Where there is no place for artifacts, the workflow hands the folder on by itself.
    if (code !== "artifacts-absent")
      annotate([{ level: "warning", title: "the evidence is not kept", message, fix, file: null }]);
  }
}
