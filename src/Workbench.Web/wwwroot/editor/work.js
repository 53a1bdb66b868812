// The row in use and its text: taken up, typed, left, confirmed. Every text goes through the outbox; the server is told afterwards.

import { Pace } from "./pace.js";
import { disagreeing } from "./particles.js";

const settles = ["confirm", "unconfirm", "leave"];

export class Work {
  #desk;
  #options;
  #words;
  #pace;

  /** Segment, the version it is based on, whether it was touched since, what its text came from last, its source and codes. */
  #current = null;

  /** @param desk What the work stands on: field, outbox, rows, status, composition, pointer, address, tell. */
  constructor(desk, options) {
    this.#desk = desk;
    this.#options = options;
    this.#words = options.words;
    this.#pace = new Pace(() => this.#sendDraft(), () => desk.field.composing);
  }

  /** Of the row in use; undefined while there is none. */
  get segment() {
    return this.#current?.segment;
  }

  get row() {
    return this.#desk.rows.of(this.segment);
  }

  get source() {
    return this.#current?.source ?? "";
  }

  /** What the numbered keys of its terms put in; the row knows it, so that no key waits. */
  get terms() {
    return JSON.parse(this.row?.dataset.terms ?? this.#current?.terms ?? "[]");
  }

  // --- taking and leaving a row

  /**
   * @param left  The row before has been left already.
   * @param found What the server says of a row that is not drawn.
   */
  activate(segment, { focus = true, caret, left = false, found } = {}) {
    const { field, outbox, rows, tell } = this.#desk;
    const row = rows.of(segment);
    if (!segment || (!row && !found)) {
      return segment && rows.isDocked ? this.#awayTo(segment, focus) : undefined;
    }
    if (segment === this.segment) {
      focus && field.focus();
      return undefined;
    }
    if (!left) {
      this.leave();
    }
    const text = outbox.textOf(segment) ?? row?.dataset.text ?? found.text;
    this.#current = {
      segment,
      version: outbox.versionOf(segment) ?? row?.dataset.version ?? found.version,
      touched: outbox.has(segment),
      origin: "typed",
      source: row?.dataset.source ?? found?.source ?? "",
      codes: row?.dataset.codes ?? found?.codes ?? "",
      terms: row?.dataset.terms ?? found?.terms ?? "[]",
    };
    this.#desk.pointer.forget();
    rows.setInUse(segment);
    const number = row?.dataset.number ?? found?.number ?? "";
    field.show(rows.hostOf(row), segment, text, this.#words.label.replace("{0}", number), caret);
    if (focus) {
      field.focus();
    }
    rows.reveal(row, number);
    this.showStatus();
    this.#desk.address.set({ segment });
    tell("Activated", segment);
    return undefined;
  }

  /** Says again which row is in use: the server may not have heard it. */
  announce() {
    this.segment && this.#desk.tell("Activated", this.segment);
  }

  leave() {
    const current = this.#current;
    if (!current) {
      return;
    }
    const { field, outbox, rows } = this.#desk;
    this.#pace.stop();
    const isOpen = current.touched || this.row?.dataset.draft === "mine";
    if (isOpen && field.text.length <= this.#options.longest && !settles.includes(outbox.lastKindOf(current.segment))) {
      this.#put("leave");
      rows.showLocal(current.segment, field.text, field.text === "" ? "notstarted" : undefined);
    }
  }

  step(by) {
    const { rows } = this.#desk;
    const row = this.segment ? rows.neighbour(this.segment, by) : rows.all()[0];
    if (row) {
      this.activate(row.dataset.segment);
    } else if (rows.isDocked) {
      this.#away(by > 0 ? "Next" : "Previous");
    }
  }

  /** A row that is not drawn: the server says which one it is. What is typed meanwhile goes to it. */
  async #away(where) {
    const { field, rows, tell, composition } = this.#desk;
    const from = this.segment ?? "";
    this.leave();
    rows.setInUse("");
    this.#current = null;
    field.show(rows.hostOf(null), "", "", this.#words.label, 0);
    field.focus();
    const found = await tell("Find", where, from);
    if (!this.#current) {
      composition.whenDone(() => this.#enter(found ?? { segment: from }));
    }
  }

  #enter(found) {
    const early = this.#desk.field.text;
    this.activate(found.segment, { left: true, found });
    if (early) {
      this.#desk.field.insert(early, "typed");
    }
  }

  async #awayTo(segment, focus) {
    const found = await this.#desk.tell("Find", "At", segment);
    if (found) {
      this.#desk.composition.whenDone(() => this.activate(segment, { focus, found }));
    }
  }

  // --- what is done with its text

  confirm() {
    if (!this.#current) {
      return;
    }
    const { field, rows, status } = this.#desk;
    const { text } = field;
    if (text.trim() === "" || text.length > this.#options.longest) {
      status.say(text.trim() === "" ? this.#words.confirmEmpty : this.#words.toolong);
      return;
    }
    this.#pace.stop();
    this.#put("confirm");
    this.#current.touched = false;
    rows.showLocal(this.segment, text, "translated");
    const next = rows.nextOpen(this.segment);
    if (next) {
      this.activate(next, { left: true });
    } else if (rows.isDocked) {
      this.#away("NextUnconfirmed");
    } else {
      status.say(this.#words.allConfirmed);
      this.showStatus();
    }
  }

  unconfirm() {
    if (this.#current) {
      this.#pace.stop();
      this.#put("unconfirm");
      this.#desk.rows.showLocal(this.segment, this.#desk.field.text, "draft");
    }
  }

  /** Puts another text in place of the whole one. */
  replace(text, origin) {
    if (this.#current) {
      this.#desk.field.focus();
      this.#desk.field.replace(text, origin);
    }
  }

  insert(text, origin) {
    if (this.#current) {
      this.#desk.field.focus();
      this.#desk.field.insert(text, origin);
    }
  }

  /**
   * A term that is put behind a letter of an alphabet is set off by a space; Hangul takes it as it is. A particle behind it takes the
   * form that the term asks for, in the same step, and that is said.
   */
  insertTerm(term) {
    const { element } = this.#desk.field;
    const { value, selectionStart, selectionEnd } = element;
    const touches = /[\p{Script=Latin}\p{N}]$/u.test(value.slice(0, selectionStart)) && /^[\p{Script=Latin}\p{N}]/u.test(term);
    const particle = disagreeing(element, term);
    if (particle) {
      element.setSelectionRange(selectionStart, selectionEnd + particle.written.length);
    }
    this.insert((touches ? ` ${term}` : term) + (particle?.right ?? ""), "term");
    particle && this.#desk.status.say(this.#words.particle.replace("{0}", particle.written).replace("{1}", particle.right));
  }

  /** The next inline code of the source that the text does not have yet. */
  insertCode() {
    const codes = (this.#current?.codes ?? "").split(" ").filter(Boolean);
    const missing = codes.find((code) => !this.#desk.field.text.includes(code));
    missing && this.insert(missing, "typed");
  }

  /** The field's text has changed under the person's hands. */
  typed(origin) {
    if (!this.#current) {
      return;
    }
    this.#current.touched = true;
    this.#current.origin = origin;
    this.#put("draft");
    if (this.row && this.#desk.rows.stateOf(this.row) !== "draft" && this.#desk.field.text !== "") {
      this.row.dataset.localState = "draft";
    }
    this.#pace.touch();
    this.showStatus();
  }

  /** What waits goes now: the page may be gone in a moment. */
  sendNow() {
    if (this.#pace.isWaiting) {
      this.#pace.stop();
      this.#desk.outbox.flush(this.segment);
    }
  }

  /** Keeps what is typed, for a page that is about to be left on purpose. */
  keep() {
    if (this.#current?.touched) {
      this.#put("draft");
    }
  }

  #put(kind) {
    const { segment, version, origin } = this.#current;
    this.#desk.outbox.put(segment, version, kind, this.#desk.field.text, origin);
  }

  #sendDraft() {
    if (this.segment && this.#desk.field.text.length <= this.#options.longest) {
      this.#desk.outbox.flush(this.segment);
    }
    this.showStatus();
  }

  // --- what comes back

  /**
   * A text that the workspace took from another act of this person (restored, an alternative taken).
   * @param from What the act was done to, where a key did it and typing goes on meanwhile: what was typed since then stays.
   */
  refresh(segment, text, version, from) {
    if (segment === this.segment && from != null && this.#desk.field.text !== from) {
      text === from && Object.assign(this.#current, { version });
    } else if (segment === this.segment) {
      this.#desk.field.refresh(text);
      Object.assign(this.#current, { version, touched: false });
      this.showStatus();
    }
  }

  /** The person has seen what someone else wrote: what is typed here now stands on it, or gives way to it. */
  resolve(mine, theirs, version) {
    if (!this.#current) {
      return;
    }
    const { field, outbox } = this.#desk;
    if (!mine) {
      this.#put("yield");
    }
    Object.assign(this.#current, { version, conflict: false });
    if (mine) {
      outbox.rebase(this.segment, version);
      this.#put("draft");
      outbox.flush(this.segment);
    } else {
      this.#current.touched = false;
      field.refresh(theirs);
    }
    field.focus();
    this.showStatus();
  }

  /** The outbox has news of a segment. */
  moved(segment, answer, act) {
    const { outbox, rows } = this.#desk;
    if (segment === this.segment && answer) {
      this.#takeAnswer(answer, act);
    }
    if (answer) {
      this.#sayAnswer(segment, answer, act);
      if (!outbox.has(segment)) {
        rows.hideLocal(segment);
      }
    } else if (outbox.has(segment) && segment !== this.segment) {
      rows.showLocal(segment, outbox.textOf(segment));
    }
    this.showStatus();
  }

  #takeAnswer(answer, act) {
    const current = this.#current;
    if (answer.outcome === "saved") {
      Object.assign(current, { version: answer.version || current.version, conflict: false, savedAt: new Date() });
      if (act.kind !== "draft" && act.text === this.#desk.field.text) {
        current.touched = this.#desk.outbox.has(current.segment);
      }
    } else if (answer.outcome === "alternative") {
      current.conflict = true;
      if (act.kind === "leave" || act.kind === "confirm") {
        // What was typed is kept beside; what is there now is what one goes on from.
        Object.assign(current, { version: answer.version, touched: false, conflict: false });
        this.#desk.field.refresh(answer.text);
      }
    }
  }

  #sayAnswer(segment, answer, act) {
    const { rows, status } = this.#desk;
    if (answer.outcome === "alternative" && act.kind !== "yield") {
      status.say(this.#words.conflictAt.replace("{0}", rows.of(segment)?.dataset.number ?? ""));
    } else if (answer.outcome === "rejected") {
      status.say(answer.reason);
    }
  }

  /** Rows were drawn anew. The row in use keeps its marks; a text that nobody here has touched follows the workspace. */
  drawn() {
    const { field, outbox, rows } = this.#desk;
    const current = this.#current;
    if (!current) {
      return;
    }
    const { row } = this;
    rows.setInUse(current.segment);
    if (row && !rows.isDocked) {
      field.place(rows.hostOf(row));
    }
    if (row && row.dataset.version !== current.version && !outbox.has(current.segment) && !field.composing && !current.touched) {
      current.version = row.dataset.version;
      field.refresh(row.dataset.text);
    }
    rows.hideLocals((segment) => outbox.has(segment));
  }

  /** typing → kept on this device → saved; or in conflict, refused, not kept. */
  showStatus() {
    const { outbox, rows, status } = this.#desk;
    const name = this.#statusName();
    const detail = name === "saved" ? this.#current.savedAt : name === "failed" ? outbox.failureOf(this.segment) : "";
    status.showRow(rows.statusOf(this.segment), name, detail);
    status.showPage(outbox.count);
  }

  #statusName() {
    const { field, outbox } = this.#desk;
    const { segment } = this;
    return !segment ? ""
      : field.text.length > this.#options.longest ? "toolong"
      : outbox.failureOf(segment) ? "failed"
      : outbox.isUnkept(segment) ? "unkept"
      : this.#current.conflict ? "conflict"
      : this.#pace.isWaiting ? "typing"
      : outbox.has(segment) ? "kept"
      : this.#current.savedAt ? "saved" : "";
  }
}
