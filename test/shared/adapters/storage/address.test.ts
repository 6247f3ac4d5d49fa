import { expect, test } from "vitest";
import { storageAddress } from "../../../../shared/adapters/storage/address.ts";

test.each([
  [undefined, "https://storage.googleapis.com", false],
  ["", "https://storage.googleapis.com", false],
  ["http://127.0.0.1:9023", "http://127.0.0.1:9023", true],
  ["http://localhost:9023/", "http://localhost:9023", true],
  ["http://[::1]:9023", "http://[::1]:9023", true],
])("%j is the address %s", (api, origin, isLocal) => expect(storageAddress(api)).toEqual({ origin, isLocal }));

test.each([
  "http://storage.example.com",
  "http://127.0.0.1.example.com",
  "http://10.0.0.1:80",
  "127.0.0.1:9023",
  "ftp://127.0.0.1",
  "http://user@127.0.0.1:9023",
  "http://127.0.0.1:9023/path",
  "http://127.0.0.1:9023?x",
  "http://0.0.0.0:9023",
])("%j is refused: no credentials and no model go there", (api) =>
  expect(() => storageAddress(api)).toThrow(/MODEL_RELEASE_STORAGE_API is .* no address of this machine/),
);
