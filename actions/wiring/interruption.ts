let listened: AbortSignal | null = null;

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
    for (const signal of signals) process.off(signal, interrupt);
    controller.abort();
  };
  for (const signal of signals) process.on(signal, interrupt);
  return controller.signal;
}
