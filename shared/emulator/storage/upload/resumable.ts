import { type Answer, invalid, refusal } from "../answer.ts";
import { type Call, resourceOf } from "../call.ts";
import { announced, commit, stored } from "./commit.ts";
import { type Carried, carriedOf, isLast } from "./content-range.ts";
import { quanta, type Session } from "./sessions.ts";

/** `uploadType=resumable`: answers where the bytes are to be sent. */
export async function beginUpload(call: Call): Promise<Answer> {
  const { "x-upload-content-type": contentType, "x-upload-content-length": length } = call.request.headers;
  const announcement = announced(call, {
    ...(contentType === undefined ? {} : { contentType }),
    ...(await resourceOf(call)),
  });
  const session = call.sessions.begin(announcement, typeof length === "string" ? Number(length) : null);
  const place = new URL(call.request.url ?? "", call.origin);
  place.searchParams.set("upload_id", session.id);
  return { status: 200, headers: { location: place.href, "x-guploader-uploadid": session.id } };
}

/** Every later request of the same upload: bytes, or a question how far it is. */
export async function continueUpload(call: Call): Promise<Answer> {
  const session = sessionOf(call);
  if (session.stored !== null) return stored(call, session.stored);
  const carried = carriedOf(call.request.headers["content-range"]);
  if (carried === null) throw invalid("Failed to parse Content-Range header.");
  session.turn += 1;
  const { sizeBytes } = session.intake;
  if (carried.kind === "status") return carried.totalBytes === sizeBytes ? finish(call, session) : incomplete(session);
  if (carried.start <= sizeBytes) return receive(call, session, carried);
  const said = `the upload offset is ${carried.start} byte(s), which exceeds already uploaded size of ${sizeBytes}`;
  throw invalid(`Invalid request. According to the Content-Range header, ${said} byte(s).`);
}

export async function cancelUpload(call: Call): Promise<Answer> {
  call.sessions.end(sessionOf(call));
  return { status: 499 };
}

function sessionOf({ sessions, query }: Call): Session {
  const session = sessions.find(query.get("upload_id") ?? "");
  if (session === undefined) throw refusal(404, "notFound", "No such upload session.");
  return session;
}

type Bytes = Extract<Carried, { kind: "bytes" }>;

async function receive(call: Call, session: Session, carried: Bytes): Promise<Answer> {
  const { turn } = session;
  const persisted = quanta(session.intake);
  // What is sent again has been kept, and is passed over.
  let skipBytes = session.intake.sizeBytes - carried.start;
  let receivedBytes = 0;
  for await (const chunk of call.request) {
    if (session.turn !== turn) throw invalid("Another request of this upload came in between.");
    receivedBytes += chunk.length;
    const fresh = chunk.subarray(Math.min(skipBytes, chunk.length));
    skipBytes -= chunk.length - fresh.length;
    if (fresh.length > 0) persisted.take(fresh);
  }
  if (carried.end !== null && receivedBytes !== carried.end - carried.start)
    throw invalid("The body is not as long as its Content-Range header says.");
  if (!isLast(carried)) return incomplete(session);
  persisted.flush();
  const totalBytes = carried.totalBytes ?? session.totalBytes ?? session.intake.sizeBytes;
  return totalBytes === session.intake.sizeBytes ? finish(call, session) : incomplete(session);
}

function finish(call: Call, session: Session): Answer {
  try {
    session.stored = commit(call, session.announcement, session.intake.complete());
    return stored(call, session.stored);
  } catch (error) {
    call.sessions.end(session);
    throw error;
  }
}

function incomplete({ intake: { sizeBytes } }: Session): Answer {
  return { status: 308, headers: sizeBytes === 0 ? {} : { range: `bytes=0-${sizeBytes - 1}` } };
}
