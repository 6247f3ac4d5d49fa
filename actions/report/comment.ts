import { toFailure } from "../../shared/failure.ts";
import type { Comment, Comments } from "../../shared/ports/forge.ts";
import type { Log } from "../../shared/ports/log.ts";
import { isNewer, type Marker, parseMarker } from "../../shared/report/marker.ts";
import type { CommentMode } from "./inputs.ts";

export interface CommentRequest {
  readonly pullRequest: number;
  /** Begins with the marker. */
  readonly body: string;
  readonly marker: Marker;
  readonly mode: Exclude<CommentMode, "off">;
  /** There is news for those who have been told before, and for nobody else. */
  readonly isCorrection: boolean;
}

interface Ports {
  readonly comments: Comments;
  readonly log: Log;
}

interface Told {
  readonly comment: Comment;
  readonly marker: Marker;
}

const MARKER_BEGINS = "<!-- model-release:report ";

/** One comment that says how things stand, by whichever run is the newest; null where none had to be written. */
export async function putComment(request: CommentRequest, { comments, log }: Ports): Promise<Comment | null> {
  const told = (await comments.own(request.pullRequest, MARKER_BEGINS)).flatMap(withMarker).sort(newestFirst);
  const [latest] = told;
  if (latest !== undefined && isNewer(latest.marker, request.marker)) {
    log.info(`A newer run has commented already, at ${latest.comment.url}: its comment stays.`);
    return latest.comment;
  }
  if (latest === undefined && request.isCorrection) return null;
  return written(request, told, { comments, log });
}

function withMarker(comment: Comment): readonly Told[] {
  const marker = parseMarker(comment.body);
  return marker === null ? [] : [{ comment, marker }];
}

function newestFirst(one: Told, other: Told): number {
  if (isNewer(one.marker, other.marker)) return -1;
  return isNewer(other.marker, one.marker) ? 1 : other.comment.id - one.comment.id;
}

/** The old one goes last: whatever breaks in between, something is told. */
async function written(
  { pullRequest, body, mode }: CommentRequest,
  told: readonly Told[],
  { comments, log }: Ports,
): Promise<Comment> {
  const [latest] = told;
  const updated =
    mode === "update" && latest !== undefined ? await comments.update(latest.comment.id, body) : undefined;
  if (updated !== undefined) return updated;
  const created = await comments.create(pullRequest, body);
  try {
    if (mode === "recreate") for (const { comment } of told) await comments.delete(comment.id);
    if (mode === "hide-and-new" && latest !== undefined) await comments.hide(latest.comment.id);
  } catch (thrown) {
    log.info(`The comment before it stays as it is: ${toFailure(thrown).message}.`);
  }
  return created;
}
