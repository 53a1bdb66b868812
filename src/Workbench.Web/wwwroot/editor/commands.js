// Runs commands by their id. What concerns the text runs here and at once; the rest opens here and is filled by the server.

export class Commands {
  #desk;
  #acts;
  #found = { segment: "", matches: [] };
  #waiting = null;

  /** @param desk What commands work on: field, work, dialogs, panels, pointer, tell. */
  constructor(desk) {
    const { field, work, dialogs } = desk;
    this.#desk = desk;
    this.#acts = {
      "confirm-next": () => work.confirm(),
      unconfirm: () => work.unconfirm(),
      "mark-reviewed": () => work.segment && desk.tell("Mark", work.segment, "Reviewed"),
      "mark-final": () => work.segment && desk.tell("Mark", work.segment, "Final"),
      next: () => work.step(1),
      previous: () => work.step(-1),
      "copy-source": () => work.replace(work.source, "source"),
      clear: () => work.replace("", "typed"),
      undo: () => field.undo(),
      redo: () => field.redo(),
      "insert-code": () => work.insertCode(),
      "undo-seam": () => work.segment && desk.tell("UndoSeam", work.segment),
      keys: () => dialogs.open("keys"),
      "go-to": () => dialogs.open("go-to", { number: work.row?.dataset.number ?? "" }),
      "add-term": () => dialogs.open("add-term", { source: this.#selectedSource, target: field.selection.trim(), note: "" }),
      concordance: () => this.#search(),
      "add-note": () => desk.panels.open("notes"),
    };
  }

  run(command) {
    const [, name, number] = /^(insert-match|insert-term)-(\d)$/u.exec(command) ?? [];
    name === "insert-match" ? this.#insertMatch(Number(number))
      : name === "insert-term" ? this.#insertTerm(Number(number))
      : this.#acts[command]?.();
  }

  /** A key that was pressed before the matches of its row were known puts one in now, unless the text has gone on meanwhile. */
  setMatches(segment, matches) {
    this.#found = { segment, matches };
    const waiting = this.#waiting;
    if (waiting?.segment === segment && segment === this.#desk.work.segment) {
      this.#waiting = null;
      waiting.text === this.#desk.field.text && this.#insertMatch(waiting.number);
    }
  }

  get #selectedSource() {
    return this.#desk.pointer.selectedSource.trim();
  }

  #insertMatch(number) {
    const { work, field } = this.#desk;
    const match = this.#found.matches[number - 1];
    if (this.#found.segment !== work.segment) {
      this.#waiting = { segment: work.segment, number, text: field.text };
    } else if (match !== undefined) {
      work.replace(match, "memory");
    }
  }

  #insertTerm(number) {
    const term = this.#desk.work.terms[number - 1];
    term && this.#desk.work.insertTerm(term);
  }

  #search() {
    const text = this.#selectedSource || this.#desk.field.selection.trim();
    this.#desk.panels.open("concordance", text);
  }
}
