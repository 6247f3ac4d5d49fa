/** Starts the emulator of Vertex AI and Cloud Storage on this machine. */
export interface LocalClouds {
  /** A port that is taken, a state that is in use and a plan of faults with mistakes are Failures. */
  start(wish: LocalCloudWish): Promise<LocalCloud>;
  /** Where its addresses are told while it runs. */
  print(line: string): void;
}

export interface LocalCloudWish {
  /** Vertex AI's; 0 picks one that is free. */
  readonly port: number;
  /** Where its state is kept; null begins empty and keeps nothing. */
  readonly stateFolder: string | null;
  readonly faults: { readonly text: Uint8Array; readonly file: string } | null;
}

/** Disposed, it has ended its models' processes and written all its state. */
export interface LocalCloud extends AsyncDisposable {
  /** `127.0.0.1:P` */
  readonly vertex: string;
  /** `http://127.0.0.1:Q` */
  readonly storage: string;
}
