// The browser's half of the editor: puts its parts together, and is what the server calls. It owns the text being typed, the row in
// use and the texts on their way; the server is told afterwards and draws what stands around. See README.md, "The editor".

import { Address } from "../editor/address.js";
import { Commands } from "../editor/commands.js";
import { Composition } from "../editor/composition.js";
import { Dialogs } from "../editor/dialogs.js";
import { listenToKeys } from "../editor/keyboard.js";
import { Keys } from "../editor/keys.js";
import { Outbox, holdTab, isTabAlive, newTab } from "../editor/outbox.js";
import { Panels } from "../editor/panels.js";
import { Pointer } from "../editor/pointer.js";
import { Rows } from "../editor/rows.js";
import { Status } from "../editor/status.js";
import { TargetField } from "../editor/target-field.js";
import { showTips } from "../editor/tips.js";
import { Work } from "../editor/work.js";

export function start(root, server, options) {
  return new Editor(root, server, options);
}

class Editor {
  #server;
  #options;
  #desk;
  #tab = newTab();
  #gone = new AbortController();
  #stopLeaving;
  #release;

  constructor(root, server, options) {
    this.#server = server;
    this.#options = options;
    this.#release = holdTab(this.#tab.tab);
    const { signal } = this.#gone;
    const desk = this.#desk = { tell: (...call) => this.#tell(...call), run: (command) => desk.commands.run(command) };
    desk.address = new Address(options.document);
    desk.keys = new Keys(options.commands);
    desk.rows = new Rows(root, options);
    desk.status = new Status(root, options.words);
    desk.panels = new Panels(root, desk.tell);
    desk.field = new TargetField({ lang: options.lang, dir: options.dir, onInput: (origin) => desk.work.typed(origin) });
    desk.composition = new Composition(desk.field, desk.run, signal);
    desk.pointer = new Pointer(root, desk, signal);
    desk.outbox = new Outbox({
      store: options.store,
      document: options.document,
      tab: this.#tab.tab,
      send: (message) => server.invokeMethodAsync("Send", message),
      changed: (segment, answer, act) => desk.work.moved(segment, answer, act),
    });
    desk.work = new Work(desk, options);
    desk.dialogs = new Dialogs(root, { sent: this.#sent(), closed: () => desk.field.focus() }, signal);
    desk.commands = new Commands(desk);
    listenToKeys(root, desk, signal);
    showTips(root, signal);
    this.#watch(root, signal);
    this.#recover();
    desk.work.showStatus();
  }

  /** The page is left for another one. The server stays until what was typed is answered. */
  async stop() {
    const { field, outbox, work } = this.#desk;
    work.leave();
    this.#gone.abort();
    this.#stopLeaving?.();
    field.remove();
    await outbox.settled(5_000);
    outbox.close();
    this.#release();
  }

  // --- what the server asks for

  tabName() {
    return this.#tab.tab;
  }

  activate(segment, focus) {
    this.#whenComposed(() => this.#desk.work.activate(segment, { focus }));
  }

  focus() {
    this.#desk.field.focus();
  }

  run(command) {
    this.#whenComposed(() => this.#desk.run(command));
  }

  setMatches(segment, matches) {
    this.#whenComposed(() => this.#desk.commands.setMatches(segment, matches));
  }

  setMarks(segment, about, marks) {
    if (segment === this.#desk.work.segment && !this.#desk.field.composing) {
      this.#desk.field.mark(about, marks);
    }
  }

  insert(text, origin) {
    this.#whenComposed(() => this.#desk.work.insert(text, origin));
  }

  /** Puts a replacement in the place of words, if they still stand there. */
  mend(start, words, replacement) {
    this.#whenComposed(() => {
      if (this.#desk.field.text.startsWith(words, start)) {
        this.#desk.field.select(start, words.length);
        this.#desk.work.insert(replacement, "typed");
      }
    });
  }

  select(start, length) {
    this.#whenComposed(() => this.#desk.field.select(start, length));
  }

  refresh(segment, text, version, from) {
    this.#whenComposed(() => this.#desk.work.refresh(segment, text, version, from));
  }

  resolve(mine, theirs, version) {
    this.#whenComposed(() => this.#desk.work.resolve(mine, theirs, version));
  }

  setFilter(filter, q) {
    this.#desk.address.set({ filter: filter || null, q: q || null });
  }

  /** Everything typed is on its way and answered, or two seconds are over. */
  async flush() {
    this.#desk.work.keep();
    return this.#desk.outbox.settled(2_000);
  }

  // --- the page around it

  #watch(root, signal) {
    const { outbox, rows, work } = this.#desk;
    rows.whenDrawn(() => work.drawn(), signal);
    rows.whenScrolled((first) => this.#tell("ScrolledTo", first), signal);
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && work.sendNow(), { signal });
    document.addEventListener("workbench:reconnected", () => (outbox.retry(), work.announce()), { signal });
    addEventListener("pagehide", () => work.sendNow(), { signal });
    addEventListener("beforeunload", (event) => this.#beforeUnload(event), { signal });
    this.#stopLeaving = window.workbench?.onLeaving(() => this.flush());
  }

  #beforeUnload(event) {
    const { outbox, work } = this.#desk;
    work.sendNow();
    // Without a connection the text is kept on this device and is sent when the page is opened again.
    const isOpen = (document.documentElement.dataset.connection ?? "open") === "open";
    if (outbox.hasUnkept || (outbox.count > 0 && isOpen)) {
      event.preventDefault();
    }
  }

  /** What earlier pages left: their texts are sent, and their drafts finished. */
  async #recover() {
    const { outbox } = this.#desk;
    await outbox.takeOver();
    const dead = [];
    for (const tab of this.#options.draftTabs) {
      if (tab !== this.#tab.tab && (!tab.startsWith(`${this.#tab.browser}.`) || !(await isTabAlive(tab)))) {
        dead.push(tab);
      }
    }
    if (dead.length > 0) {
      await outbox.settled(5_000);
      await this.#tell("Adopt", dead);
    }
    // A page that was just loaded again may hold its lock a moment longer.
    setTimeout(() => !this.#gone.signal.aborted && outbox.takeOver(), 1_500);
  }

  /** What becomes of a dialog that is sent: a problem to show, or "". */
  #sent() {
    return {
      "go-to": async ({ number }) => {
        const segment = await this.#tell("Numbered", Number(number));
        segment && this.#desk.composition.whenDone(() => this.#desk.work.activate(segment));
        return "";
      },
      "add-term": async ({ source, target, note }) =>
        (await this.#tell("AddTerm", source, target, note)) ?? this.#options.words.notNow,
    };
  }

  #whenComposed(act) {
    this.#desk.composition.whenDone(act);
  }

  async #tell(method, ...values) {
    try {
      return await this.#server.invokeMethodAsync(method, ...values);
    } catch {
      return undefined; // The connection is away; what counts is in the outbox.
    }
  }
}
