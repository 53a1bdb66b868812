// The one text field of the editor, and the layer of marks behind it. It is moved into the row in use; Blazor never draws it.

import { outside, tokensOf } from "./tokens.js";
import { UndoHistory } from "./undo.js";

const typing = { insertText: "type", insertCompositionText: "type", deleteContentBackward: "delete", deleteContentForward: "delete" };

export class TargetField {
  element = document.createElement("textarea");
  composing = false;
  #box = document.createElement("div");
  #layer = document.createElement("div");
  #marks = [];
  #histories = new Map();
  #history = new UndoHistory("");
  #onInput;

  constructor({ lang, dir, onInput }) {
    this.#onInput = onInput;
    this.#box.className = "wb-typed";
    this.#layer.className = "wb-field-marks";
    this.#layer.setAttribute("aria-hidden", "true");
    this.#box.append(this.#layer, this.element);
    Object.assign(this.element, { className: "wb-field-text", rows: 1, lang, dir, spellcheck: false, autocomplete: "off" });
    for (const name of ["autocapitalize", "autocorrect"]) {
      this.element.setAttribute(name, "off");
    }
    this.element.addEventListener("beforeinput", (event) => this.#beforeInput(event));
    this.element.addEventListener("input", (event) => this.#input(event));
    this.element.addEventListener("keydown", (event) => this.#passCode(event));
    this.element.addEventListener("select", () => this.#stayOutside());
    this.element.addEventListener("keyup", () => this.#stayOutside());
    this.element.addEventListener("pointerup", () => this.#stayOutside());
  }

  get text() {
    // A browser may hand over half a surrogate pair; the workspace keeps whole characters only.
    return this.element.value.replaceAll("\0", "\uFFFD").toWellFormed();
  }

  get isFocused() {
    return document.activeElement === this.element;
  }

  get isPlaced() {
    return this.#box.isConnected;
  }

  /** Shows a segment's text in a place of the page. Its own history of steps comes back with it. */
  show(host, segment, text, label, caret) {
    if (!this.#histories.has(segment)) {
      this.#histories.set(segment, new UndoHistory(text));
    }
    this.#history = this.#histories.get(segment);
    this.#history.record(text, text.length, text.length, "act");
    this.element.value = text;
    this.element.setAttribute("aria-label", label);
    this.#marks = [];
    this.place(host);
    this.#draw();
    const at = Math.min(caret ?? text.length, text.length);
    this.element.setSelectionRange(at, at);
  }

  place(host) {
    if (host && this.#box.parentElement !== host) {
      const { selectionStart, selectionEnd } = this.element;
      const hadFocus = this.isFocused;
      host.append(this.#box);
      this.element.setSelectionRange(selectionStart, selectionEnd);
      if (hadFocus) {
        this.focus();
      }
    }
  }

  remove() {
    this.#box.remove();
  }

  focus() {
    this.element.focus({ preventScroll: true });
  }

  /** Puts another text in place of the whole one; one step of the history. */
  replace(text, origin) {
    this.element.value = text;
    this.element.setSelectionRange(text.length, text.length);
    this.#changed("act", origin);
  }

  /** Puts a text in place of the selection. */
  insert(text, origin) {
    const { selectionStart: start, selectionEnd: end } = this.element;
    this.element.setRangeText(text, start, end, "end");
    this.#changed("act", origin);
  }

  /** A text that came from the workspace, not from this person: shown, and a step that can be taken back. */
  refresh(text) {
    if (text !== this.element.value) {
      const at = Math.min(this.element.selectionStart, text.length);
      this.element.value = text;
      this.element.setSelectionRange(at, at);
      this.#history.record(text, at, at, "act");
      this.#marks = [];
      this.#draw();
    }
  }

  undo() {
    this.#step(this.#history.undo());
  }

  redo() {
    this.#step(this.#history.redo());
  }

  /** @param about The text that the marks were found in: they are shown while it is still the text. */
  mark(about, marks) {
    this.#marks = about === this.element.value ? marks : [];
    this.#draw();
  }

  select(start, length) {
    this.focus();
    this.element.setSelectionRange(start, start + length);
  }

  get selection() {
    const { selectionStart, selectionEnd, value } = this.element;
    return value.slice(selectionStart, selectionEnd);
  }

  #step(step) {
    if (step) {
      this.element.value = step.text;
      this.element.setSelectionRange(step.start, step.end);
      this.#marks = [];
      this.#draw();
      this.#onInput("typed");
    }
  }

  #beforeInput(event) {
    if (event.inputType === "historyUndo" || event.inputType === "historyRedo") {
      event.preventDefault();
      event.inputType === "historyUndo" ? this.undo() : this.redo();
      return;
    }
    // A code goes as a whole.
    const { selectionStart: start, selectionEnd: end, value } = this.element;
    if (start === end && event.inputType?.startsWith("delete") && !event.isComposing) {
      const backward = event.inputType.endsWith("Backward");
      const code = tokensOf(value).find((token) => (backward ? token.end : token.start) === start);
      if (code) {
        this.element.setSelectionRange(code.start, code.end);
      }
    }
  }

  #input(event) {
    if (this.composing) {
      // Shown and kept at once; a step of the history when the syllable is done.
      this.#marks = [];
      this.#draw();
      this.#onInput("typed");
    } else {
      this.#changed(typing[event.inputType] ?? "act", "typed");
    }
  }

  /** The browser has finished a syllable. */
  composed() {
    this.composing = false;
    this.#changed("type", "typed");
  }

  #changed(kind, origin) {
    const { value, selectionStart, selectionEnd } = this.element;
    this.#history.record(value, selectionStart, selectionEnd, kind);
    this.#marks = [];
    this.#draw();
    this.#onInput(origin);
  }

  /** The arrows pass a code in one step. */
  #passCode(event) {
    const forward = event.code === "ArrowRight";
    if ((!forward && event.code !== "ArrowLeft") || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const { selectionStart, selectionEnd, selectionDirection, value } = this.element;
    const backward = selectionDirection === "backward";
    const [anchor, caret] = backward ? [selectionEnd, selectionStart] : [selectionStart, selectionEnd];
    const code = tokensOf(value).find((token) => (forward ? token.start : token.end) === caret);
    if (code && (event.shiftKey || anchor === caret)) {
      event.preventDefault();
      const at = forward ? code.end : code.start;
      const from = event.shiftKey ? anchor : at;
      this.element.setSelectionRange(Math.min(from, at), Math.max(from, at), at < from ? "backward" : "forward");
    }
  }

  #stayOutside() {
    if (this.composing || !this.element.value.includes("⟦")) {
      return;
    }
    const { selectionStart, selectionEnd, value } = this.element;
    const [start, end] = [outside(value, selectionStart), outside(value, selectionEnd)];
    if (start !== selectionStart || end !== selectionEnd) {
      this.element.setSelectionRange(Math.min(start, end), Math.max(start, end), this.element.selectionDirection);
    }
  }

  /** The layer says the same text, which also gives the field its height. */
  #draw() {
    const text = this.element.value;
    const places = [
      ...tokensOf(text).map(({ start, end }) => ({ start, end, name: "code" })),
      ...this.#marks.map(({ start, length, severity }) => ({ start, end: start + Math.max(1, length), name: severity })),
    ].sort((one, other) => one.start - other.start);
    const parts = [];
    let at = 0;
    for (const { start, end, name } of places) {
      if (start < at || end > text.length) {
        continue;
      }
      parts.push(text.slice(at, start));
      const mark = document.createElement("mark");
      mark.className = `wb-mark-${name}`;
      mark.textContent = text.slice(start, end);
      parts.push(mark);
      at = end;
    }
    this.#layer.replaceChildren(...parts, text.slice(at), "\u200b");
  }
}
