// The browser's half of the editor. It owns the text being typed, the row in use and the texts on their way to the workspace;
// the server is told afterwards and draws what stands around. See src/Workbench.Web/README.md, "The editor".

import { Keys } from "../editor/keys.js";
import { Outbox, holdTab, isTabAlive, newTab } from "../editor/outbox.js";
import { TargetField } from "../editor/target-field.js";

const pause = 300;
const atMost = 1_000;
const repeatedWithin = 500;

export function start(root, server, options) {
  return new Editor(root, server, options);
}

class Editor {
  #root;
  #server;
  #options;
  #words;
  #outbox;
  #field;
  #keys;
  #tab = newTab();
  #gone = new AbortController();
  #stopLeaving;

  /** The row in use: segment, version it is based on, the text it began with, whether it was touched since. */
  #current = null;
  #insertables = { segment: "", matches: [], terms: [] };
  #waitingInsert = null;
  #selectedSource = "";
  #timer = 0;
  #firstUnsent = 0;
  #queued = null;
  #ran = null;
  #scrolledTo = 0;
  #scrolling = false;

  constructor(root, server, options) {
    this.#root = root;
    this.#server = server;
    this.#options = options;
    this.#words = options.words;
    this.#keys = new Keys(options.commands);
    holdTab(this.#tab.tab);
    this.#outbox = new Outbox({
      store: options.store,
      document: options.document,
      tab: this.#tab.tab,
      send: (message) => this.#server.invokeMethodAsync("Send", message),
      changed: (segment, answer, act) => this.#moved(segment, answer, act),
    });
    this.#field = new TargetField({ lang: options.lang, dir: options.dir, onInput: (origin) => this.#typed(origin) });
    this.#listen();
    this.#recover();
    this.#showStatus();
  }

  stop() {
    this.#leave();
    this.#outbox.flush();
    this.#gone.abort();
    this.#stopLeaving?.();
    this.#field.remove();
  }

  // --- what the server asks for

  tabName() {
    return this.#tab.tab;
  }

  activate(segment, focus) {
    this.#whenComposed(() => this.#activate(segment, { focus }));
  }

  focus() {
    this.#field.focus();
  }

  run(command) {
    this.#whenComposed(() => this.#run(command));
  }

  /** What the numbered keys put in, for the row they were looked up for. */
  setInsertables(segment, matches, terms) {
    this.#insertables = { segment, matches, terms };
    if (this.#waitingInsert?.segment === segment) {
      const { command } = this.#waitingInsert;
      this.#waitingInsert = null;
      this.run(command);
    }
  }

  setMarks(segment, about, marks) {
    if (segment === this.#current?.segment && !this.#field.composing) {
      this.#field.mark(about, marks);
    }
  }

  insert(text, origin) {
    this.#whenComposed(() => {
      this.#field.focus();
      this.#field.insert(text, origin);
    });
  }

  replace(text, origin) {
    this.#whenComposed(() => {
      this.#field.focus();
      this.#field.replace(text, origin);
    });
  }

  select(start, length) {
    this.#whenComposed(() => this.#field.select(start, length));
  }

  /** A text that the workspace took from another act of this person (restored, an alternative taken). */
  refresh(segment, text, version) {
    if (segment === this.#current?.segment) {
      this.#whenComposed(() => {
        this.#field.refresh(text);
        Object.assign(this.#current, { version, began: text, touched: false });
        this.#showStatus();
      });
    }
  }

  /** The person has seen what someone else wrote: what is typed here now stands on it, or gives way to it. */
  resolve(mine, theirs, version) {
    this.#whenComposed(() => {
      const { segment } = this.#current ?? {};
      if (!segment) {
        return;
      }
      if (!mine) {
        this.#outbox.put(segment, this.#current.version, "yield", this.#field.text, "typed");
      }
      this.#current.version = version;
      this.#current.conflict = false;
      if (mine) {
        this.#outbox.rebase(segment, version);
        this.#keep("draft");
        this.#outbox.flush(segment);
      } else {
        this.#current.touched = false;
        this.#current.began = theirs;
        this.#field.refresh(theirs);
      }
      this.#field.focus();
      this.#showStatus();
    });
  }

  /** Everything typed is on its way and answered, or two seconds are over. */
  async flush() {
    if (this.#current?.touched) {
      this.#keep("draft");
    }
    return this.#outbox.settled(2_000);
  }

  // --- listening

  #listen() {
    const on = (target, name, listener, more = {}) => target.addEventListener(name, listener, { signal: this.#gone.signal, ...more });
    const field = this.#field.element;
    on(field, "compositionstart", () => (this.#field.composing = true));
    on(field, "compositionend", () => this.#composed());
    on(document, "keydown", (event) => this.#keyDown(event), { capture: true });
    on(document, "keyup", (event) => event.code === this.#ran?.code && (this.#ran = null), { capture: true });
    on(this.#root, "pointerdown", (event) => this.#pointerDown(event));
    on(this.#root, "click", (event) => this.#click(event));
    on(this.#root, "dblclick", (event) => this.#doubleClick(event));
    on(document, "selectionchange", () => this.#selectionChanged());
    on(document, "visibilitychange", () => document.visibilityState === "hidden" && this.#sendNow());
    on(window, "pagehide", () => this.#sendNow());
    on(window, "beforeunload", (event) => this.#beforeUnload(event));
    on(document, "workbench:reconnected", () => this.#outbox.retry());
    on(this.#root, "pointerover", (event) => this.#showTip(event.target.closest?.("[data-tip]")));
    on(this.#root, "focusin", (event) => this.#showTip(event.target.closest?.("[data-tip]")));
    if (this.#options.docked) {
      on(this.#root.querySelector(".wb-list"), "scroll", () => this.#scrolled(), { passive: true });
    }
    this.#stopLeaving = window.workbench?.onLeaving(() => this.flush());
    const drawn = new MutationObserver(() => this.#drawn());
    drawn.observe(this.#root.querySelector(".wb-rows"), {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ["data-version", "data-text", "data-state"],
    });
    this.#gone.signal.addEventListener("abort", () => drawn.disconnect());
  }

  async #recover() {
    await this.#outbox.takeOver();
    const dead = [];
    for (const tab of this.#options.draftTabs) {
      if (tab !== this.#tab.tab && (!tab.startsWith(`${this.#tab.browser}.`) || !(await isTabAlive(tab)))) {
        dead.push(tab);
      }
    }
    if (dead.length > 0) {
      await this.#outbox.settled(5_000);
      await this.#tell("Adopt", dead);
    }
    // A page that was just loaded again may hold its lock a moment longer.
    setTimeout(() => !this.#gone.signal.aborted && this.#outbox.takeOver(), 1_500);
  }

  /** Rows of a long document are drawn around those in view. */
  #scrolled() {
    const first = Math.floor(this.#root.querySelector(".wb-list").scrollTop / this.#options.rowHeight);
    if (Math.abs(first - this.#scrolledTo) >= 6 && !this.#scrolling) {
      this.#scrolling = true;
      requestAnimationFrame(async () => {
        this.#scrolledTo = Math.floor(this.#root.querySelector(".wb-list").scrollTop / this.#options.rowHeight);
        await this.#tell("ScrolledTo", this.#scrolledTo);
        this.#scrolling = false;
        this.#scrolled();
      });
    }
  }

  #keyDown(event) {
    const field = this.#field;
    const command = this.#keys.find(event);
    const composing = event.isComposing || event.keyCode === 229 || field.composing;
    if (composing) {
      // Plain Enter and Esc, and every key that is no command, are the input method's.
      if (command && (event.ctrlKey || event.altKey || event.metaKey || /^F\d/u.test(event.code))) {
        event.preventDefault();
        event.stopPropagation();
        this.#queued ??= { command, code: event.code };
      }
      return;
    }
    if (event.target.closest?.("dialog, .mud-dialog, .mud-popover, [data-own-keys]") && command !== "keys") {
      return;
    }
    if (command) {
      event.preventDefault();
      event.stopPropagation();
      const again = this.#ran?.code === event.code && Date.now() - this.#ran.at < repeatedWithin;
      if (!again) {
        this.#run(command);
      }
      return;
    }
    if (event.target === field.element) {
      this.#plainKey(event);
    } else if (event.target.closest?.(".wb-rows") && ["ArrowDown", "ArrowUp", "Enter"].includes(event.code)
      && !event.ctrlKey && !event.altKey && !event.target.closest("button, a, input, summary")) {
      event.preventDefault();
      this.#current ? this.#field.focus() : this.#activate(this.#rows()[0]?.dataset.segment, { focus: true });
    }
  }

  /** In the text: Enter is no line break (Shift+Enter is); the arrows leave the text where it ends. */
  #plainKey(event) {
    const { selectionStart, selectionEnd, value } = this.#field.element;
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) {
      return;
    }
    if (event.code === "Enter" || event.code === "NumpadEnter") {
      event.preventDefault();
    } else if (event.code === "ArrowDown" && selectionStart === value.length) {
      event.preventDefault();
      this.#run("next");
    } else if (event.code === "ArrowUp" && selectionEnd === 0) {
      event.preventDefault();
      this.#run("previous");
    }
  }

  #composed() {
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
        // Some input methods send the key once more, now as itself.
        this.#ran = { code: queued.code, at: Date.now() };
        queued.act ? queued.act() : this.#run(queued.command);
      }, 0);
    }
  }

  #whenComposed(act) {
    if (this.#field.composing) {
      const queued = this.#queued;
      this.#queued = queued
        ? { code: queued.code, act: () => (queued.act ? queued.act() : this.#run(queued.command), act()) }
        : { code: "", act };
    } else {
      act();
    }
  }

  #pointerDown(event) {
    const target = event.target.closest?.(".wb-row-target");
    const row = target?.closest(".wb-row");
    if (!row || event.button !== 0 || row.dataset.segment === this.#current?.segment || event.target.closest("button, a, summary")) {
      return;
    }
    event.preventDefault();
    const caret = caretAt(target.querySelector(".wb-target-text"), event);
    this.#whenComposed(() => this.#activate(row.dataset.segment, { focus: true, caret }));
  }

  #click(event) {
    const insert = event.target.closest?.("[data-run]");
    if (insert) {
      this.#whenComposed(() => {
        this.#field.focus();
        this.#run(insert.dataset.run);
      });
      return;
    }
    const row = event.target.closest?.(".wb-row");
    if (!row || event.target.closest("button, a, summary, textarea") || !document.getSelection().isCollapsed) {
      return;
    }
    if (row.dataset.segment !== this.#current?.segment) {
      this.#whenComposed(() => this.#activate(row.dataset.segment, { focus: true }));
    }
  }

  #doubleClick(event) {
    const term = event.target.closest?.(".wb-row[data-in-use] [data-term]");
    if (term) {
      document.getSelection().removeAllRanges();
      this.#run(`insert-term-${term.dataset.term}`);
    }
  }

  /** What is selected in the source of the row in use; kept when the focus goes back to the text. */
  #selectionChanged() {
    const selection = document.getSelection();
    const source = selection.anchorNode?.parentElement?.closest?.(".wb-source-text");
    if (source && source.closest("[data-in-use]")) {
      this.#selectedSource = selection.toString();
    }
  }

  #beforeUnload(event) {
    this.#sendNow();
    const connection = document.documentElement.dataset.connection ?? "open";
    // Without a connection the text is kept on this device and is sent when the page is opened again.
    if (this.#outbox.hasUnkept || (this.#outbox.count > 0 && connection === "open")) {
      event.preventDefault();
    }
  }

  // --- commands

  #run(command) {
    const [, name, number] = /^(insert-match|insert-term)-(\d)$/u.exec(command) ?? [];
    if (name) {
      this.#insertNumbered(command, name, Number(number));
      return;
    }
    const act = {
      "confirm-next": () => this.#confirm(),
      unconfirm: () => this.#unconfirm(),
      next: () => this.#step(1),
      previous: () => this.#step(-1),
      "copy-source": () => this.#current && this.#field.replace(this.#row()?.dataset.source ?? this.#current.source, "source"),
      clear: () => this.#current && this.#field.replace("", "typed"),
      undo: () => this.#field.undo(),
      redo: () => this.#field.redo(),
      "insert-code": () => this.#insertCode(),
    }[command];
    if (act) {
      act();
      return;
    }
    const source = this.#selectedSource || "";
    this.#sendNow();
    this.#tell("Command", command, this.#current?.segment ?? "", source, this.#field.isPlaced ? this.#field.selection : "");
  }

  #insertNumbered(command, name, number) {
    if (!this.#current) {
      return;
    }
    if (this.#insertables.segment !== this.#current.segment) {
      this.#waitingInsert = { segment: this.#current.segment, command };
      return;
    }
    this.#field.focus();
    if (name === "insert-match") {
      const match = this.#insertables.matches[number - 1];
      match !== undefined && this.#field.replace(match, "memory");
    } else {
      const term = this.#insertables.terms[number - 1];
      term && this.#field.insert(spaced(this.#field.element, term), "term");
    }
  }

  /** The next inline code of the source that the text does not have yet. */
  #insertCode() {
    const codes = (this.#row()?.dataset.codes ?? "").split(" ").filter(Boolean);
    const missing = codes.find((code) => !this.#field.text.includes(code));
    missing && this.#field.insert(missing, "typed");
  }

  #confirm() {
    const current = this.#current;
    if (!current) {
      return;
    }
    const text = this.#field.text;
    if (text.trim() === "") {
      this.#say(this.#words.confirmEmpty);
      return;
    }
    if (text.length > this.#options.longest) {
      this.#say(this.#words.tooLong);
      return;
    }
    this.#stopTimer();
    this.#outbox.put(current.segment, current.version, "confirm", text, current.origin);
    current.touched = false;
    current.began = text;
    this.#showLocal(current.segment, text, "translated");
    const next = this.#nextUnconfirmed(current.segment);
    if (next) {
      this.#activate(next, { focus: true, left: true });
    } else if (this.#options.docked) {
      this.#away("NextUnconfirmed");
    } else {
      this.#say(this.#words.allConfirmed);
      this.#showStatus();
    }
  }

  #unconfirm() {
    if (this.#current) {
      this.#stopTimer();
      this.#outbox.put(this.#current.segment, this.#current.version, "unconfirm", this.#field.text, this.#current.origin);
      this.#showLocal(this.#current.segment, this.#field.text, "draft");
    }
  }

  #step(by) {
    const rows = this.#rows();
    const at = rows.findIndex((row) => row.dataset.segment === this.#current?.segment);
    const row = this.#current === null ? rows[0] : at < 0 ? undefined : rows[at + by];
    if (row) {
      this.#activate(row.dataset.segment, { focus: true });
    } else if (this.#options.docked) {
      this.#away(by > 0 ? "Next" : "Previous");
    }
  }

  #nextUnconfirmed(segment) {
    const rows = this.#rows();
    const at = rows.findIndex((row) => row.dataset.segment === segment);
    const after = this.#options.docked ? rows.slice(at + 1) : [...rows.slice(at + 1), ...rows.slice(0, at)];
    return after.find((row) => this.#stateOf(row) === "notstarted" || this.#stateOf(row) === "draft")?.dataset.segment;
  }

  #stateOf(row) {
    return row.dataset.localState ?? row.dataset.state;
  }

  /** A row that is not drawn: the server says which one it is. What is typed meanwhile goes to it. */
  async #away(where) {
    const from = this.#current?.segment ?? "";
    this.#leave();
    this.#clearInUse();
    this.#current = null;
    this.#field.show(this.#dock(), "", "", this.#words.label, 0);
    this.#field.focus();
    const found = await this.#tell("Find", where, from);
    if (this.#current) {
      return;
    }
    this.#whenComposed(() => this.#enter(found ?? { segment: from }));
  }

  #enter(found) {
    const early = this.#field.text;
    this.#activate(found.segment, { focus: true, left: true, found });
    if (early) {
      this.#field.insert(early, "typed");
    }
  }

  // --- the row in use

  #activate(segment, { focus = true, caret, left = false, found } = {}) {
    const row = this.#row(segment);
    if (!segment || (!row && !found)) {
      return segment && this.#options.docked ? this.#awayTo(segment) : undefined;
    }
    if (segment === this.#current?.segment) {
      focus && this.#field.focus();
      return;
    }
    if (!left) {
      this.#leave();
    }
    this.#clearInUse();
    const text = this.#outbox.textOf(segment) ?? row?.dataset.text ?? found.text;
    const version = this.#outbox.versionOf(segment) ?? row?.dataset.version ?? found.version;
    this.#current = {
      segment,
      version,
      began: text,
      touched: this.#outbox.has(segment),
      origin: "typed",
      source: found?.source ?? row?.dataset.source ?? "",
    };
    this.#selectedSource = "";
    const number = row?.dataset.number ?? found?.number ?? "";
    const host = this.#options.docked ? this.#dock() : row.querySelector(".wb-target-host");
    row?.setAttribute("data-in-use", "");
    row?.setAttribute("aria-current", "true");
    this.#field.show(host, segment, text, this.#words.label.replace("{0}", number), caret);
    if (focus) {
      this.#field.focus();
    }
    this.#reveal(row, number);
    this.#showStatus();
    this.#tell("Activated", segment);
    if ((document.documentElement.dataset.connection ?? "open") !== "open") {
      // The server cannot write the address now, and the page may be loaded again before it can.
      const address = new URL(location.href);
      address.searchParams.set("segment", segment);
      history.replaceState(history.state, "", address);
    }
  }

  async #awayTo(segment) {
    const found = await this.#tell("Find", "At", segment);
    if (found) {
      this.#activate(segment, { focus: true, found });
    }
  }

  #leave() {
    const current = this.#current;
    if (!current) {
      return;
    }
    this.#stopTimer();
    const row = this.#row(current.segment);
    if ((current.touched || row?.dataset.draft === "mine") && this.#field.text.length <= this.#options.longest
      && !["confirm", "unconfirm", "leave"].includes(this.#outbox.lastKindOf(current.segment))) {
      this.#outbox.put(current.segment, current.version, "leave", this.#field.text, current.origin);
      this.#showLocal(current.segment, this.#field.text, this.#field.text === "" ? "notstarted" : undefined);
    }
  }

  #clearInUse() {
    for (const row of this.#root.querySelectorAll(".wb-row[data-in-use]")) {
      row.removeAttribute("data-in-use");
      row.removeAttribute("aria-current");
    }
  }

  #row(segment = this.#current?.segment) {
    return segment ? this.#root.querySelector(`.wb-row[data-segment="${CSS.escape(segment)}"]`) : null;
  }

  #rows() {
    return [...this.#root.querySelectorAll(".wb-row")];
  }

  #dock() {
    return this.#root.querySelector(".wb-dock-host");
  }

  #reveal(row, number) {
    if (row) {
      row.scrollIntoView({ block: "nearest" });
    } else if (number) {
      const list = this.#root.querySelector(".wb-list");
      list.scrollTop = (Number(number) - 3) * this.#options.rowHeight;
    }
  }

  /** Rows were drawn anew. The row in use keeps its marks; a text that nobody here has touched follows the workspace. */
  #drawn() {
    const current = this.#current;
    if (!current) {
      return;
    }
    const row = this.#row();
    if (row && !row.hasAttribute("data-in-use")) {
      row.setAttribute("data-in-use", "");
      row.setAttribute("aria-current", "true");
    }
    if (row && !this.#options.docked) {
      this.#field.place(row.querySelector(".wb-target-host"));
    }
    if (row && row.dataset.version !== current.version && !this.#outbox.has(current.segment) && !this.#field.composing) {
      if (!current.touched) {
        current.version = row.dataset.version;
        current.began = row.dataset.text;
        this.#field.refresh(row.dataset.text);
      }
    }
    for (const local of this.#root.querySelectorAll(".wb-row[data-local]")) {
      if (!this.#outbox.has(local.dataset.segment)) {
        this.#hideLocal(local.dataset.segment);
      }
    }
  }

  // --- texts on their way

  #typed(origin) {
    const current = this.#current;
    if (!current) {
      return;
    }
    current.touched = true;
    current.origin = origin;
    this.#keep("draft");
    const row = this.#row();
    if (row && this.#stateOf(row) !== "draft" && this.#field.text !== "") {
      row.dataset.localState = "draft";
    }
    if (!this.#firstUnsent) {
      this.#firstUnsent = Date.now();
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#sendDraft(), Math.max(0, Math.min(pause, this.#firstUnsent + atMost - Date.now())));
  }

  #keep(kind) {
    const { segment, version, origin } = this.#current;
    this.#outbox.put(segment, version, kind, this.#field.text, origin);
  }

  #sendDraft() {
    if (this.#field.composing && this.#firstUnsent && Date.now() - this.#firstUnsent < 5 * atMost) {
      this.#timer = setTimeout(() => this.#sendDraft(), pause);
      return;
    }
    const segment = this.#current?.segment;
    this.#stopTimer();
    if (segment && this.#field.text.length <= this.#options.longest) {
      this.#outbox.flush(segment);
    }
    this.#showStatus();
  }

  #sendNow() {
    if (this.#firstUnsent) {
      this.#stopTimer();
      this.#outbox.flush(this.#current?.segment);
    }
  }

  #stopTimer() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#firstUnsent = 0;
  }

  /** The outbox has news of a segment. */
  #moved(segment, answer, act) {
    const current = this.#current;
    if (segment === current?.segment) {
      if (answer?.outcome === "saved") {
        current.version = answer.version || current.version;
        current.conflict = false;
        current.savedAt = new Date();
        if (act.kind !== "draft" && act.text === this.#field.text) {
          current.touched = this.#outbox.has(segment);
        }
      } else if (answer?.outcome === "alternative") {
        current.conflict = true;
        if (act.kind === "leave" || act.kind === "confirm") {
          // What was typed is kept beside; what is there now is what one goes on from.
          Object.assign(current, { version: answer.version, began: answer.text, touched: false, conflict: false });
          this.#field.refresh(answer.text);
        }
      }
    }
    if (answer) {
      const row = this.#row(segment);
      if (answer.outcome === "alternative" && act.kind !== "yield") {
        this.#say(this.#words.conflictAt.replace("{0}", row?.dataset.number ?? ""));
      } else if (answer.outcome === "rejected") {
        this.#say(answer.reason);
      }
      if (!this.#outbox.has(segment)) {
        this.#hideLocal(segment);
      }
    } else if (this.#outbox.has(segment) && segment !== current?.segment) {
      this.#showLocal(segment, this.#outbox.textOf(segment));
    }
    this.#showStatus();
  }

  /** Shows in its row a text that the server has not drawn yet. */
  #showLocal(segment, text, state) {
    const row = this.#row(segment);
    if (!row) {
      return;
    }
    if (state) {
      row.dataset.localState = state;
    }
    if (row.dataset.text !== text) {
      row.dataset.local = text;
      row.querySelector(".wb-target-host").dataset.text = text;
    }
  }

  #hideLocal(segment) {
    const row = this.#row(segment);
    if (row) {
      delete row.dataset.local;
      delete row.dataset.localState;
    }
  }

  /** typing → kept on this device → saved; or in conflict, refused, not kept. Said in the row and for the page. */
  #showStatus() {
    const current = this.#current;
    const segment = current?.segment;
    let status = "";
    if (segment) {
      status = this.#field.text.length > this.#options.longest ? "toolong"
        : this.#outbox.failureOf(segment) ? "failed"
        : this.#outbox.isUnkept(segment) ? "unkept"
        : current.conflict ? "conflict"
        : this.#firstUnsent ? "typing"
        : this.#outbox.has(segment) ? "kept"
        : current.savedAt ? "saved" : "";
    }
    const said = status === "saved" ? this.#words.saved.replace("{0}", this.#time(current.savedAt))
      : status === "failed" ? `${this.#words.failed} ${this.#outbox.failureOf(segment)}`
      : this.#words[status] ?? "";
    const row = this.#options.docked ? this.#root.querySelector(".wb-dock") : this.#row();
    this.#write(row?.querySelector(".wb-row-status"), said, status);
    for (const other of this.#root.querySelectorAll(".wb-row-status[data-status]")) {
      if (other.closest(".wb-row, .wb-dock") !== row) {
        this.#write(other, "", "");
      }
    }
    const waiting = this.#outbox.count;
    const page = waiting === 0 ? this.#words.allSaved : this.#words.waiting.replace("{0}", String(waiting));
    this.#write(this.#root.querySelector(".wb-page-status"), page, waiting === 0 ? "saved" : "kept");
  }

  #write(element, text, status) {
    if (element && (element.textContent !== text || element.dataset.status !== status)) {
      element.textContent = text;
      status ? (element.dataset.status = status) : delete element.dataset.status;
    }
  }

  #time(at) {
    return at.toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
  }

  #say(text) {
    const line = this.#root.querySelector(".wb-say");
    line.textContent = "";
    clearTimeout(this.sayTimer);
    requestAnimationFrame(() => (line.textContent = text));
    this.sayTimer = setTimeout(() => (line.textContent = ""), 6_000);
  }

  async #tell(method, ...values) {
    try {
      return await this.#server.invokeMethodAsync(method, ...values);
    } catch {
      return undefined; // The connection is away; what counts is in the outbox.
    }
  }

  // --- explanations of terms

  #showTip(term) {
    const tip = this.#root.querySelector(".wb-tip");
    if (!term) {
      if (!tip.matches(":hover")) {
        tip.hidden = true;
      }
      return;
    }
    tip.textContent = term.dataset.tip;
    tip.hidden = false;
    const place = term.getClientRects()[0] ?? term.getBoundingClientRect();
    const below = place.bottom + 6;
    tip.style.left = `${Math.max(8, Math.min(place.left, innerWidth - tip.offsetWidth - 8))}px`;
    tip.style.top = `${below + tip.offsetHeight > innerHeight ? place.top - tip.offsetHeight - 6 : below}px`;
  }
}

/** A term that is put behind a letter of an alphabet is set off by a space; Hangul takes it as it is. */
function spaced({ value, selectionStart }, term) {
  const before = value.slice(0, selectionStart);
  return /[\p{Script=Latin}\p{N}]$/u.test(before) && /^[\p{Script=Latin}\p{N}]/u.test(term) ? ` ${term}` : term;
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
