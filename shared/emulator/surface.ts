import type { IncomingMessage, ServerResponse } from "node:http";

/** A part of what one HTTP server answers: true where the request was its own, which it then answers alone. */
export type HttpSurface = (request: IncomingMessage, response: ServerResponse) => boolean;
