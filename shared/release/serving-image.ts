// `…/prediction/tf2-gpu.2-15:latest` of Vertex AI, `tensorflow/serving:2.15.1-gpu` of TensorFlow Serving.
const VERTEX = /\/tf\d?-(?:cpu|gpu)\.(\d+)-(\d+)(?=[:@]|$)/;
const SERVING = /\bserving:(\d+)\.(\d+)(?:\.\d+)?(?=[-@]|$)/;

/** The TensorFlow inside a serving image, as `2.15`; null where the name does not tell. */
export function tensorflowOfImage(image: string): string | null {
  const [, major, minor] = VERTEX.exec(image) ?? SERVING.exec(image) ?? [];
  return major === undefined ? null : `${major}.${minor}`;
}
