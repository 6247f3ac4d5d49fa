import type { CheckAnnotation, CheckRun } from "../../../../shared/ports/forge.ts";
import type { KeptCheckRun } from "../state.ts";
import { type Answer, refusal } from "./answer.ts";

type Json = Readonly<Record<string, unknown>>;

/** What the description says in words alone. */
export function checkRefusal({ status, conclusion, output }: Json): Answer | undefined {
  if (status === "completed" && conclusion === undefined)
    return refusal(422, "Invalid request.", "conclusion is missing");
  const annotations = ((output as Json | undefined)?.annotations ?? []) as readonly Json[];
  const isBackwards = annotations.some(({ start_line, end_line }) => Number(end_line) < Number(start_line));
  const isLong = annotations.some(({ title }) => String(title ?? "").length > 255);
  return isBackwards || isLong ? refusal(422, "Invalid request.", "an annotation is invalid") : undefined;
}

export const EMPTY_RUN: Omit<KeptCheckRun, "id" | "url" | "commit" | "app"> = {
  name: "",
  status: "queued",
  conclusion: null,
  title: null,
  summary: null,
  text: null,
  detailsUrl: null,
  externalId: null,
  annotations: [],
};

/** As a request changes it: annotations are added. */
export function changedRun(old: KeptCheckRun, body: Json): KeptCheckRun {
  const output = (body.output ?? {}) as Json;
  const conclusion = (body.conclusion ?? null) as CheckRun["conclusion"];
  const added = ((output.annotations ?? []) as readonly Json[]).map(annotationOf);
  return {
    ...old,
    name: String(body.name ?? old.name),
    conclusion,
    status: conclusion !== null ? "completed" : body.status === "in_progress" ? "inProgress" : "queued",
    title: (output.title as string | undefined) ?? old.title,
    summary: (output.summary as string | undefined) ?? old.summary,
    text: (output.text as string | undefined) ?? null,
    detailsUrl: (body.details_url as string | undefined) ?? old.detailsUrl,
    externalId: (body.external_id as string | undefined) ?? old.externalId,
    annotations: [...old.annotations, ...added],
  };
}

function annotationOf({ path, start_line, end_line, annotation_level, title, message }: Json): CheckAnnotation {
  return {
    path: String(path),
    startLine: Number(start_line),
    endLine: Number(end_line),
    level: annotation_level as CheckAnnotation["level"],
    title: String(title),
    message: String(message),
  };
}
