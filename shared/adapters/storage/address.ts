import { Failure } from "../../failure.ts";

/** Where Cloud Storage's JSON API is spoken. */
export interface Address {
  /** As in `https://storage.googleapis.com`. */
  readonly origin: string;
  /** On this machine: asked without credentials. */
  readonly isLocal: boolean;
}

const GOOGLE = "https://storage.googleapis.com";
const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])$/;

/** Google's own, or the emulator's where `MODEL_RELEASE_STORAGE_API` names one. */
export function storageAddress(api: string | undefined): Address {
  if (api === undefined || api === "") return { origin: GOOGLE, isLocal: false };
  const url = URL.parse(api);
  const isPlain = url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  if (isPlain && LOOPBACK.test(url.hostname)) return { origin: url.origin, isLocal: true };
  throw new Failure(
    "usage",
    `MODEL_RELEASE_STORAGE_API is ${JSON.stringify(api)}, which is no address of this machine.`,
    {
      fix: "Set it to the emulator's http://127.0.0.1:PORT, or remove it.",
    },
  );
}
