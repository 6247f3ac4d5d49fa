import { type AddressInfo, createServer, type Socket } from "node:net";
import { parseArgs } from "node:util";

// A server of one thread on loopback: `fast` answers at once; `freezing` does so but for one second, four seconds after the
// first request; `mixture` answers after one of four delays, in an order that is no pattern. It says its port, and when its
// standard input ends what p95, p99 and p99.9 of ten seconds must be, by its own clock.

const ANSWER = Buffer.from(
  "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 24\r\n\r\n" + '{"predictions": [[0.5]]}',
);
const FREEZE = { afterMs: 4_000, forMs: 1_000 };
/** Of a thousand requests so many, after so long: no percentile that is looked at lies where one delay gives way to the next. */
const DELAYS = [...Array(900).fill(100), ...Array(80).fill(200), ...Array(16).fill(400), ...Array(4).fill(800)];
const STRIDE = 7919;
/** Whatever becomes of who started it. */
const LIFETIME_MS = 600_000;

interface Behaviour {
  readonly answer: (socket: Socket) => void;
  readonly truth: () => readonly number[];
}

const { positionals } = parseArgs({ allowPositionals: true });
const { answer, truth } = { fast, freezing, mixture }[positionals[0] as "fast"]();

const server = createServer({ noDelay: true }, (socket) => {
  socket.on("error", () => socket.destroy());
  socket.on("data", () => answer(socket));
});
server.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));
setTimeout(() => process.exit(), LIFETIME_MS);
process.stdin
  .on("end", () => {
    console.log(JSON.stringify(truth()));
    process.exit();
  })
  .resume();

function fast(): Behaviour {
  return { answer: (socket) => void socket.write(ANSWER), truth: () => [] };
}

/** Requests a second that it is asked for; of those due within a freeze of a second, how many are due before each percentile. */
const RATE = 500;
const DUE_BEFORE = [250, 50, 5] as const;

/**
 * Whoever is due within the freeze waits for its end, and then until those before it are answered: of ten seconds' requests
 * the slowest 5 % for all but half a second of it. The truth is how long it was frozen, and when each of them was answered.
 */
function freezing(): Behaviour {
  let hasBegun = false;
  let frozenMs = Number.NaN;
  let thawedMs = Number.POSITIVE_INFINITY;
  const answeredMs: number[] = [];
  const freeze = (): void => {
    const startMs = performance.now();
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, FREEZE.forMs);
    thawedMs = performance.now();
    frozenMs = thawedMs - startMs;
  };
  const answerTo = (socket: Socket): void => {
    if (!hasBegun) setTimeout(freeze, FREEZE.afterMs);
    hasBegun = true;
    socket.write(ANSWER);
    const sinceMs = performance.now() - thawedMs;
    if (sinceMs > 0) answeredMs.push(sinceMs);
  };
  const waitedMs = (before: number): number => frozenMs - (1000 * before) / RATE + answeredMs[before - 1]!;
  return { answer: answerTo, truth: () => DUE_BEFORE.map(waitedMs) };
}

/** Timers are late by a millisecond or so: the truth is what the delays came to. */
function mixture(): Behaviour {
  const delays: number[] = [];
  let asked = 0;
  const answerTo = (socket: Socket): void => {
    const startMs = performance.now();
    const answerNow = (): void => {
      delays.push(performance.now() - startMs);
      socket.write(ANSWER);
    };
    setTimeout(answerNow, DELAYS[(asked * STRIDE) % DELAYS.length]!);
    asked += 1;
  };
  const at = (share: number): number => delays.toSorted((a, b) => a - b)[Math.ceil(share * delays.length) - 1]!;
  return { answer: answerTo, truth: () => [at(0.95), at(0.99), at(0.999)] };
}
