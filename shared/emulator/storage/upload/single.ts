import { type Answer, invalid } from "../answer.ts";
import { type Call, parsedResource } from "../call.ts";
import type { Announced } from "./announced.ts";
import { announced, commit, stored } from "./commit.ts";
import { intake } from "./intake.ts";
import { boundaryOf, multipartReader } from "./multipart.ts";

/** `uploadType=media`: the body is the object. */
export async function uploadMedia(call: Call): Promise<Answer> {
  const { "content-type": contentType } = call.request.headers;
  const announcement = announced(call, contentType === undefined ? {} : { contentType });
  return received(call, announcement, async (take) => {
    for await (const chunk of call.request) take(chunk);
  });
}

/** `uploadType=multipart`: the object's resource, then its bytes. */
export async function uploadMultipart(call: Call): Promise<Answer> {
  const boundary = boundaryOf(call.request.headers["content-type"]);
  if (boundary === null) throw invalid("Missing boundary in multipart content type.");
  const parts = multipartReader(call.request, boundary);
  const head = await parts.head();
  if (head === null) throw invalid("Malformed multipart body.");
  const announcement = announced(call, { ...head.settings, ...parsedResource(head.resource) });
  return received(call, announcement, async (take) => {
    if (!(await parts.media(take))) throw invalid("Missing end boundary in multipart body.");
  });
}

type Receive = (take: (bytes: Uint8Array) => void) => Promise<void>;

async function received(call: Call, announcement: Announced, receive: Receive): Promise<Answer> {
  const arriving = intake(call.store.newFile());
  try {
    await receive(arriving.take);
    return stored(call, commit(call, announcement, arriving.complete()));
  } finally {
    // After a commit the file has moved on.
    arriving.discard();
  }
}
