// The pointer: a press in a row takes it, a click on what can be inserted inserts it, and what is selected in the source is
// remembered after the focus has gone back to the text.

const remembered = "wb-selected-source";

export class Pointer {
  #desk;
  #selected = "";

  constructor(root, desk, signal) {
    this.#desk = desk;
    root.addEventListener("pointerdown", (event) => this.#down(event), { signal });
    root.addEventListener("click", (event) => this.#click(event), { signal });
    root.addEventListener("dblclick", (event) => this.#doubleClick(event), { signal });
    document.addEventListener("selectionchange", () => this.#selectionChanged(), { signal });
    signal.addEventListener("abort", () => this.forget());
  }

  /** What was last selected in the source of the row in use. */
  get selectedSource() {
    return this.#selected;
  }

  forget() {
    this.#selected = "";
    CSS.highlights?.delete(remembered);
  }

  #down(event) {
    const target = event.target.closest?.(".wb-row-target");
    const row = target?.closest(".wb-row");
    const { work, composition } = this.#desk;
    if (!row || event.button !== 0 || row.dataset.segment === work.segment || event.target.closest("button, a, summary")) {
      return;
    }
    event.preventDefault();
    const caret = caretAt(target.querySelector(".wb-target-text"), event);
    composition.whenDone(() => work.activate(row.dataset.segment, { caret }));
  }

  #click(event) {
    const { work, composition, field } = this.#desk;
    const command = event.target.closest?.("[data-run]")?.dataset.run;
    const insert = event.target.closest?.("[data-insert]");
    if (command) {
      composition.whenDone(() => {
        field.focus();
        this.#desk.run(command);
      });
      return;
    }
    if (insert) {
      composition.whenDone(() => work.insertTerm(insert.dataset.insert));
      return;
    }
    const row = event.target.closest?.(".wb-row");
    if (row && row.dataset.segment !== work.segment && document.getSelection().isCollapsed
      && !event.target.closest("button, a, summary, textarea")) {
      composition.whenDone(() => work.activate(row.dataset.segment));
    }
  }

  #doubleClick(event) {
    const term = event.target.closest?.(":is(.wb-row[data-in-use], .wb-dock) [data-term]");
    if (term) {
      document.getSelection().removeAllRanges();
      this.forget();
      this.#desk.run(`insert-term-${term.dataset.term}`);
    }
  }

  #selectionChanged() {
    const selection = document.getSelection();
    const source = selection.anchorNode?.parentElement?.closest?.(".wb-source-text");
    if (source?.closest(".wb-row[data-in-use], .wb-dock")) {
      this.forget();
      this.#selected = selection.toString();
      if (this.#selected && CSS.highlights) {
        // Shown also while the focus, and with it the browser's own selection, is in the text.
        CSS.highlights.set(remembered, new Highlight(selection.getRangeAt(0).cloneRange()));
      }
    }
  }
}

/** Where in the text the pointer is, in UTF-16 code units; undefined when that cannot be told. */
function caretAt(text, event) {
  const place = document.caretPositionFromPoint?.(event.clientX, event.clientY);
  const range = place ? null : document.caretRangeFromPoint?.(event.clientX, event.clientY);
  const [node, offset] = place ? [place.offsetNode, place.offset] : [range?.startContainer, range?.startOffset];
  if (!text || !node || !text.contains(node)) {
    return undefined;
  }
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}
