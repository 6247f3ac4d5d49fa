import { Failure } from "../../../failure.ts";
import type { HttpTarget } from "../../../ports/traffic.ts";

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
/** These decide where a request ends, and are ours. */
const OWN = new Set(["host", "content-length", "transfer-encoding", "connection"]);

/** Each request as it goes over the wire, made once for as long as its authorization lasts. */
export function requestSource(target: HttpTarget): (number: number) => Buffer {
  const { authorization } = target;
  let shown = authorization?.();
  let requests = requestBytes(target, shown);
  return (number) => {
    const current = authorization?.();
    if (current !== shown) {
      shown = current;
      requests = requestBytes(target, shown);
    }
    return requests[number % requests.length]!;
  };
}

function requestBytes({ url, method, headers, bodies }: HttpTarget, authorization?: string): readonly Buffer[] {
  const { host, pathname, search } = new URL(url);
  const shown = authorization === undefined ? headers : { ...headers, Authorization: authorization };
  const own = Object.entries(shown).map(([name, value]) => field(name, value));
  const start = [`${method} ${pathname}${search} HTTP/1.1`, `Host: ${host}`, ...own];
  if (method === "GET") return [Buffer.from(`${start.join("\r\n")}\r\n\r\n`, "latin1")];
  return bodies.map((body) => {
    const head = `${[...start, `Content-Length: ${body.length}`].join("\r\n")}\r\n\r\n`;
    return Buffer.concat([Buffer.from(head, "latin1"), body]);
  });
}

function field(name: string, value: string): string {
  if (TOKEN.test(name) && VALUE.test(value) && !OWN.has(name.toLowerCase())) return `${name}: ${value}`;
  throw new Failure("usage", `A request cannot have the header ${JSON.stringify(name)} with this value.`, {
    fix: "Give a name of letters and hyphens and a value of one line.",
  });
}
