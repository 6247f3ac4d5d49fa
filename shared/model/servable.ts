/** Why TensorFlow would refuse to load a model, or could not serve it. */
export interface ServableFinding {
  readonly rule: string;
  readonly where: string;
  readonly message: string;
  readonly fix: string;
}
