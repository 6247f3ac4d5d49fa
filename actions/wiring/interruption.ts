let listened: AbortSignal | null = null;

/** npm passes a terminal's signal on to whom the terminal has sent it already: twice at once is once. */
const ONE_WISH_MS = 500;

/** Aborts at the first SIGINT or SIGTERM; a second one ends the process, as it would have without this. */
export function interruption(): AbortSignal {
  // One for the process: whoever asks again waits for the same signals.
  listened ??= listen();
  return listened;
}

function listen(): AbortSignal {
  const controller = new AbortController();
  const signals = ["SIGINT", "SIGTERM"] as const;
  const interrupt = (): void => {
    if (controller.signal.aborted) return;
    controller.abort();
    const forget = (): void => {
      for (const signal of signals) process.off(signal, interrupt);
    };
    setTimeout(forget, ONE_WISH_MS).unref();
  };
  for (const signal of signals) process.on(signal, interrupt);
  return controller.signal;
}
