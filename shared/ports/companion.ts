/** A program on a thread of its own: takes values one after the other, and says once, at the end, what they came to. */
export interface Companion<Value, Answer> extends AsyncDisposable {
  /** Copies the value, and resolves when there is room for another. What ended the thread is thrown by what is asked next. */
  take(value: Value): Promise<void>;
  finish(): Promise<Answer>;
}
