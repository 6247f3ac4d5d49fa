/** Commands of the docs that no test machine can run, each with why; everything else is run. */
export interface NotHere {
  readonly page: string;
  readonly begins: string;
  readonly because: string;
}

export const NOT_HERE: readonly NotHere[] = [
  { page: "README.md", begins: "npm start", because: "the demo's own test runs it" },
  { page: "README.md", begins: "npm test", because: "this is it" },
  { page: "README.md", begins: "gh ", because: "it writes to GitHub" },
  { page: ".github/CONTRIBUTING.md", begins: "npm test", because: "this is it" },
  { page: ".github/CONTRIBUTING.md", begins: "npm run check", because: "it holds this, too" },
  {
    page: ".github/CONTRIBUTING.md",
    begins: "npm run simulate",
    because: "it is run in the project, by a tier of its own",
  },
  { page: "workflows-examples/README.md", begins: "gcloud ", because: "it writes to Google Cloud" },
  { page: ".github/docs/native.md", begins: "model-release setup", because: "it fetches a gigabyte" },
  { page: ".github/docs/native.md", begins: "model-release predict", because: "it needs what the line before fetches" },
  { page: ".github/docs/native.md", begins: "python3 -m pip", because: "it fetches a version that is not out yet" },
  { page: ".github/docs/native.md", begins: "sha256sum", because: "it reads what the line before fetches" },
  { page: ".github/docs/native.md", begins: "for library", because: "it reads what the line before fetches" },
  { page: ".github/docs/signing.md", begins: "model_signing", because: "it is the reference's own command, in Python" },
  { page: ".github/docs/embedded.md", begins: "python ", because: "it needs TensorFlow and an hour" },
  { page: ".github/docs/embedded.md", begins: "node test/bench", because: "it reads what the line before makes" },
  { page: ".github/docs/embedded.md", begins: "npm run docs", because: "it writes into the project" },
  { page: ".github/docs/load.md", begins: "model-release load http:", because: "it needs TensorFlow Serving" },
  { page: ".github/docs/operations.md", begins: "model-release doctor --device gpu", because: "it needs a GPU" },
];
