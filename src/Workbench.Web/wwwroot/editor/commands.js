// Runs commands by their id. What concerns the text runs here and at once; the rest opens here and is filled by the server.

export class Commands {
  #desk;
  #acts;
  #insertables = { segment: "", matches: [], terms: [] };
  #waiting = null;

  /** @param desk What commands work on: field, work, dialogs, panels, pointer, tell. */
  constructor(desk) {
    const { field, work, dialogs } = desk;
    this.#desk = desk;
    this.#acts = {
      "confirm-next": () => work.confirm(),
      unconfirm: () => work.unconfirm(),
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
    name ? this.#insertNumbered(command, name, Number(number)) : this.#acts[command]?.();
  }

  /** What the numbered keys put in, for the row they were looked up for. A key that was pressed before they were known runs now. */
  setInsertables(segment, matches, terms) {
    this.#insertables = { segment, matches, terms };
    if (this.#waiting?.segment === segment) {
      const { command } = this.#waiting;
      this.#waiting = null;
      this.run(command);
    }
  }

  get #selectedSource() {
    return this.#desk.pointer.selectedSource.trim();
  }

  #insertNumbered(command, name, number) {
    const { work } = this.#desk;
    const { segment, matches, terms } = this.#insertables;
    if (segment !== work.segment) {
      this.#waiting = work.segment ? { segment: work.segment, command } : null;
    } else if (name === "insert-match") {
      matches[number - 1] !== undefined && work.replace(matches[number - 1], "memory");
    } else {
      terms[number - 1] && work.insertTerm(terms[number - 1]);
    }
  }

  #search() {
    const text = this.#selectedSource || this.#desk.field.selection.trim();
    this.#desk.panels.open("concordance", text);
  }
}
