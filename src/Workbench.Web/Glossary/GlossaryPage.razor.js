// The list's keys and scrolling, the page's keys, and the copy of a form that the workspace has not acknowledged yet.

const keepAfter = 400;
const pageKeys = { KeyN: "new", KeyE: "edit", KeyH: "history", KeyM: "merge", Delete: "delete" };

export function start(root, page) {
  return new GlossaryPage(root, page);
}

class GlossaryPage {
  #root;
  #page;
  #list;
  #stopping = new AbortController();
  #drawing = 0;
  #keeping = 0;
  #typed = 0;
  #composing = false;
  #waiting = null;
  #watch;
  #drawn = null;
  #known = new Set();

  constructor(root, page) {
    this.#root = root;
    this.#page = page;
    this.#list = root.querySelector(".wb-concepts");
    const { signal } = this.#stopping;
    this.#list.addEventListener("scroll", () => this.#scrolled(), { passive: true, signal });
    root.addEventListener("keydown", (event) => this.#pressed(event), { signal });
    root.addEventListener("input", (event) => this.#input(event), { signal });
    root.addEventListener("compositionstart", () => (this.#composing = true), { signal });
    root.addEventListener("compositionend", () => this.#composed(), { signal });
    document.addEventListener("workbench:reconnected", () => this.#sendAgain(), { signal });
    signal.addEventListener("abort", window.workbench.onLeaving(() => this.#keep()));
    window.addEventListener("beforeunload", () => this.#keep(), { signal });
    root.dataset.hears = "";
    this.#formDrawn();
    this.#watch = new MutationObserver(() => this.#formDrawn());
    this.#watch.observe(root.querySelector(".wb-entry"), { childList: true });
  }

  stop() {
    clearTimeout(this.#keeping);
    cancelAnimationFrame(this.#drawing);
    this.#watch.disconnect();
    this.#stopping.abort();
  }

  get #rowHeight() {
    return this.#list.querySelector(".wb-concept")?.offsetHeight || 36;
  }

  get #headHeight() {
    return this.#list.querySelector(".wb-concepts-head").offsetHeight;
  }

  /** Scrolls no further than it must. */
  reveal(row) {
    const top = row * this.#rowHeight;
    const seen = this.#list.clientHeight - this.#headHeight;
    if (top < this.#list.scrollTop) {
      this.#list.scrollTop = top;
    } else if (top + this.#rowHeight > this.#list.scrollTop + seen) {
      this.#list.scrollTop = top + this.#rowHeight - seen;
    }
  }

  /** Of the first selector that finds something. */
  focus(selectors) {
    selectors.map((selector) => this.#root.querySelector(selector)).find((found) => found)?.focus();
  }

  #scrolled() {
    cancelAnimationFrame(this.#drawing);
    this.#drawing = requestAnimationFrame(() => {
      this.#page.invokeMethodAsync("ScrolledTo", Math.floor(this.#list.scrollTop / this.#rowHeight));
    });
  }

  #pressed(event) {
    const run = this.#commandOf(event);
    if (run === null) {
      return;
    }
    if (event.isComposing || this.#composing) {
      // The syllable first: a command pressed over it runs once, with the finished text.
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        this.#waiting = run;
      }
      return;
    }
    event.preventDefault();
    run();
  }

  /** What a key does where it was pressed; null for what is the field's own. */
  #commandOf(event) {
    const { code } = event;
    const field = event.target.closest("input, textarea, select");
    const inForm = event.target.closest(".wb-entry-form") !== null;
    if ((event.ctrlKey || event.metaKey) && !event.altKey) {
      if (inForm && (code === "KeyS" || code === "Enter" || code === "NumpadEnter")) {
        return () => this.#run("save");
      }
      return code === "KeyZ" && !field && this.#root.querySelector("[data-run=undo]") ? () => this.#run("undo") : null;
    }
    if (event.altKey || event.shiftKey) {
      return null;
    }
    if (code === "Escape") {
      return field?.matches(".wb-glossary-search") ? null : () => this.#leave(inForm);
    }
    if (field) {
      return field.matches(".wb-glossary-search") && code === "ArrowDown" ? () => this.#enterList() : null;
    }
    if (code === "Slash") {
      return () => this.focus([".wb-glossary-search"]);
    }
    const inList = event.target === this.#list;
    if (inList && this.#steps(code) !== 0) {
      return () => this.#page.invokeMethodAsync("Move", this.#steps(code));
    }
    if (inList && code === "Enter") {
      return () => this.focus([".wb-entry h2"]);
    }
    // A key that is held down does its work once: Delete takes out one entry, not all that follow.
    return pageKeys[code] && !event.repeat && !event.target.closest("a, button") ? () => this.#run(pageKeys[code]) : null;
  }

  #steps(code) {
    const shown = Math.max(1, Math.floor((this.#list.clientHeight - this.#headHeight) / this.#rowHeight) - 1);
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: shown, PageUp: -shown, Home: -1_000_000_000, End: 1_000_000_000 };
    return steps[code] ?? 0;
  }

  #enterList() {
    this.#list.focus();
    if (!this.#list.hasAttribute("aria-activedescendant")) {
      this.#page.invokeMethodAsync("Move", 1);
    }
  }

  async #leave(inForm) {
    if (inForm) {
      await this.#keep();
    }
    await this.#run("close");
    this.#list.focus();
  }

  #run(command) {
    return this.#page.invokeMethodAsync("Run", command);
  }

  #composed() {
    this.#composing = false;
    const run = this.#waiting;
    this.#waiting = null;
    if (run) {
      // After the input event that ends a composition.
      setTimeout(run);
    }
  }

  // What is typed into a form goes to the server with each input; a copy stays here until it is durable there.

  get #form() {
    return this.#root.querySelector(".wb-entry-form");
  }

  #input(event) {
    if (event.target.closest(".wb-entry-form") === null) {
      return;
    }
    this.#typed++;
    this.#remember();
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(() => this.#keep(), keepAfter);
  }

  #fields() {
    return [...(this.#form?.querySelectorAll("[name]") ?? [])];
  }

  #remember() {
    const values = Object.fromEntries(this.#fields().map((field) => [field.name, valueOf(field)]));
    try {
      sessionStorage.setItem(storageKey(this.#form), JSON.stringify(values));
    } catch {
      // The browser keeps nothing; the workspace has it a moment later.
    }
  }

  async #keep() {
    const form = this.#form;
    if (form === null) {
      return;
    }
    clearTimeout(this.#keeping);
    const key = storageKey(form);
    const before = this.#typed;
    try {
      await this.#page.invokeMethodAsync("Keep");
    } catch {
      return; // The connection is away: the copy stays.
    }
    if (before === this.#typed && form.dataset.status !== "notkept") {
      sessionStorage.removeItem(key);
    }
  }

  #formDrawn() {
    const form = this.#form;
    if (form === this.#drawn) {
      return;
    }
    if (this.#drawn !== null) {
      // The server took the form away, and had heard all of it: it saved it, kept it or was told to forget it.
      sessionStorage.removeItem(storageKey(this.#drawn));
    }
    this.#drawn = form;
    if (form !== null && !this.#known.has(storageKey(form))) {
      this.#known.add(storageKey(form));
      this.#putBack(form);
    }
  }

  /** A form that is drawn after the server went away gets what the workspace had not heard. */
  #putBack(form) {
    const kept = sessionStorage.getItem(storageKey(form));
    const values = kept === null ? {} : JSON.parse(kept);
    for (const field of this.#fields()) {
      if (field.name in values && valueOf(field) !== values[field.name]) {
        setValue(field, values[field.name]);
      }
    }
  }

  /** What was typed while the connection was away never left this page. */
  #sendAgain() {
    if (this.#form !== null) {
      this.#fields().forEach((field) => field.dispatchEvent(new Event(eventOf(field), { bubbles: true })));
    }
  }
}

function storageKey(form) {
  return `workbench.entry-form/${form.dataset.entry}`;
}

function valueOf(field) {
  return field.type === "checkbox" ? field.checked : field.value;
}

function setValue(field, value) {
  if (field.type === "checkbox") {
    field.checked = value;
  } else {
    field.value = value;
  }
  field.dispatchEvent(new Event(eventOf(field), { bubbles: true }));
  if (eventOf(field) !== "input") {
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function eventOf(field) {
  return field.type === "checkbox" || field.tagName === "SELECT" ? "change" : "input";
}
