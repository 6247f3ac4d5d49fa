import { asciiBytes, latin1 } from "../strings/bytes.ts";
import { type Family, hostKernel, invalid } from "./kernel.ts";
import { mapStrings } from "./strings.ts";

/** The alphabet that needs no escaping in an address: `-` and `_` in place of `+` and `/`. */
export const base64: Family = {
  EncodeBase64: hostKernel((node) => {
    const pads = node.bool("pad");
    return mapStrings((text) => encode(text, pads));
  }),
  DecodeBase64: hostKernel(() => mapStrings(decode)),
};

function encode(text: Uint8Array, pads: boolean): Uint8Array {
  const written = Buffer.from(text.buffer, text.byteOffset, text.length).toString("base64url");
  return asciiBytes(pads ? written.padEnd(Math.ceil(written.length / 4) * 4, "=") : written);
}

function decode(text: Uint8Array): Uint8Array {
  if (text.length % 4 === 1) throw invalid("Base64 string length cannot be 1 modulo 4.");
  const written = latin1(text);
  const digits = written.length % 4 === 0 ? written.replace(/={1,2}$/, "") : written;
  if (!/^[-\w]*$/.test(digits)) throw invalid("Invalid character found in base64.");
  return new Uint8Array(Buffer.from(digits, "base64url"));
}
