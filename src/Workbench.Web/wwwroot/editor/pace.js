// When a text that is being typed goes to the server: a moment after typing stops, at the latest after a second.

const pause = 300;
const atMost = 1_000;

export class Pace {
  #timer = 0;
  #first = 0;
  #due;
  #isBusy;

  /**
   * @param due    Called when the text is to go.
   * @param isBusy Whether it had better wait a little, as while a syllable is composed; it waits five seconds at most.
   */
  constructor(due, isBusy) {
    this.#due = due;
    this.#isBusy = isBusy;
  }

  /** Whether something was typed that has not gone yet. */
  get isWaiting() {
    return this.#first > 0;
  }

  touch() {
    this.#first ||= Date.now();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#go(), Math.max(0, Math.min(pause, this.#first + atMost - Date.now())));
  }

  stop() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#first = 0;
  }

  #go() {
    if (this.#isBusy() && Date.now() - this.#first < 5 * atMost) {
      this.#timer = setTimeout(() => this.#go(), pause);
      return;
    }
    this.stop();
    this.#due();
  }
}
