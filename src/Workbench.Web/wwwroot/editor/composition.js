// Composition is sacred: while an input method composes, nothing is written into the field. What was asked for meanwhile waits,
// and runs once, with the finished text.

const repeatedWithin = 500;

export class Composition {
  #field;
  #run;
  #queued = null;
  #ran = null;

  /** @param run Runs a command by its id. */
  constructor(field, run, signal) {
    this.#field = field;
    this.#run = run;
    field.element.addEventListener("compositionstart", () => (field.composing = true), { signal });
    field.element.addEventListener("compositionend", () => this.#ended(), { signal });
    document.addEventListener("keyup", (event) => event.code === this.#ran?.code && (this.#ran = null), { capture: true, signal });
  }

  /** Now, or when the syllable is in place. */
  whenDone(act) {
    if (!this.#field.composing) {
      act();
      return;
    }
    const queued = this.#queued;
    this.#queued = queued ? { code: queued.code, act: () => (queued.act(), act()) } : { code: "", act };
  }

  /** A command whose key was pressed while composing; only the first one is kept. */
  queue(command, code) {
    this.#queued ??= { code, act: () => this.#run(command) };
  }

  /** Some input methods send the key once more when they are done, now as itself. */
  hasJustRun(code) {
    return this.#ran?.code === code && Date.now() - this.#ran.at < repeatedWithin;
  }

  #ended() {
    this.#field.composed();
    const queued = this.#queued;
    this.#queued = null;
    if (queued) {
      // After the browser has put the syllable in place.
      setTimeout(() => {
        if (this.#field.composing) {
          this.#queued = queued;
          return;
        }
        this.#ran = { code: queued.code, at: Date.now() };
        queued.act();
      }, 0);
    }
  }
}
