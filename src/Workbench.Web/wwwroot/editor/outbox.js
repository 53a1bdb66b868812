// Texts on their way to the workspace. Each is written to this browser's storage before anything else happens to it, and taken out
// when the server has said that it is durable. The protocol is described in src/Workbench.Web/README.md, "The editor".

const prefix = "workbench.outbox";
const answerWithin = 10_000;
const retryAfter = [500, 1_000, 2_000, 5_000];

export const newId = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** A browser's own name, so that a tab of it can be told from one of another browser, and a name for this page. */
export function newTab() {
  let browser = null;
  try {
    browser = localStorage.getItem("workbench.browser");
    if (!browser) {
      browser = newId().slice(0, 8);
      localStorage.setItem("workbench.browser", browser);
    }
  } catch {
    browser ??= newId().slice(0, 8);
  }
  return { browser, tab: `${browser}.${newId().slice(0, 12)}` };
}

const lockOf = (tab) => `workbench.tab.${tab}`;

/** Held until the page is gone, however it goes: how other pages know that this one lives. @returns lets it go before that. */
export function holdTab(tab) {
  let release = () => {};
  const held = new Promise((done) => (release = done));
  navigator.locks?.request(lockOf(tab), () => held);
  return release;
}

export async function isTabAlive(tab) {
  if (!navigator.locks) {
    return false;
  }
  const { held, pending } = await navigator.locks.query();
  return [...held, ...pending].some((lock) => lock.name === lockOf(tab));
}

export class Outbox {
  #store;
  #document;
  #tab;
  #send;
  #onChange;
  #entries = new Map();
  #running = new Set();
  #retries = new Map();
  #sequence = 0;
  #unkept = new Set();
  #isClosed = false;

  /**
   * @param send    Takes a message and resolves to the server's answer.
   * @param changed Told of the segment whose texts have moved on, and of the answer where there is one.
   */
  constructor({ store, document, tab, send, changed }) {
    this.#store = store;
    this.#document = document;
    this.#tab = tab;
    this.#send = send;
    this.#onChange = changed;
  }

  /** Entries that pages left behind: of this store, whichever document, from tabs that are gone. */
  async takeOver() {
    const found = [];
    for (const [key, entry] of stored(`${prefix}/${this.#store}/`)) {
      if (!this.#entries.has(key) && !(await isTabAlive(entry.tab))) {
        entry.acts.forEach((act) => (act.ready = true));
        this.#entries.set(key, { ...entry, key, adopted: true });
        found.push(entry);
      }
    }
    found.forEach((entry) => this.#onChange(entry.segment));
    new Set(found.map((entry) => entry.segment)).forEach((segment) => this.#run(segment));
    return found.length;
  }

  /** The newest text of a segment that is still on its way; undefined when there is none. */
  textOf(segment) {
    return this.#of(segment).at(-1)?.acts.at(-1)?.text;
  }

  /** The version that the next text of a segment is based on, as far as what is on its way knows it. */
  versionOf(segment) {
    return this.#of(segment).at(-1)?.basedOn;
  }

  lastKindOf(segment) {
    return this.#of(segment).at(-1)?.acts.at(-1)?.kind;
  }

  has(segment) {
    return this.#of(segment).length > 0;
  }

  failureOf(segment) {
    return this.#of(segment).flatMap((entry) => entry.acts).find((act) => act.failed)?.failed;
  }

  isUnkept(segment) {
    return this.#of(segment).some((entry) => this.#unkept.has(entry.key));
  }

  get count() {
    return new Set([...this.#entries.values()].map((entry) => entry.segment)).size;
  }

  get hasUnkept() {
    return this.#unkept.size > 0;
  }

  /** A text as it is now. It waits for `flush`, unless the row is left with it (leave, confirm, unconfirm). */
  put(segment, basedOn, kind, text, origin) {
    const key = `${prefix}/${this.#store}/${segment}/${this.#tab}`;
    const entry = this.#entries.get(key) ?? { key, segment, document: this.#document, tab: this.#tab, basedOn, acts: [] };
    // What was refused holds nothing up once there is something newer.
    entry.acts = entry.acts.filter((act) => !act.failed);
    const last = entry.acts.at(-1);
    if (last && !last.sent && (last.kind === "draft" || last.kind === "leave")) {
      entry.acts.pop();
    }
    entry.acts.push({ kind, command: newId(), sequence: ++this.#sequence, text, origin, sent: false, ready: kind !== "draft" });
    this.#entries.set(key, entry);
    this.#keep(entry);
    this.#onChange(segment);
    if (kind !== "draft") {
      this.#run(segment);
    }
  }

  /** Sends what waits: of one segment, or of all. */
  flush(segment) {
    for (const entry of segment === undefined ? [...this.#entries.values()] : this.#of(segment)) {
      entry.acts.forEach((act) => (act.ready = true));
      this.#run(entry.segment);
    }
  }

  /** Resolves when everything has been answered, or after the given time. */
  async settled(within) {
    const end = Date.now() + within;
    this.flush();
    while (this.#entries.size > 0 && Date.now() < end) {
      await new Promise((done) => setTimeout(done, 20));
    }
    return this.#entries.size === 0;
  }

  /** Nothing goes out any more. What was not answered stays in the storage, for the page that is opened next. */
  close() {
    this.#isClosed = true;
    this.#retries.forEach(({ timer }) => clearTimeout(timer));
    this.#retries.clear();
  }

  /** What follows is based on this version: the person has seen it and decided. */
  rebase(segment, version) {
    for (const entry of this.#of(segment)) {
      entry.basedOn = version;
      this.#keep(entry);
    }
  }

  /** A connection came back: what was sent and not answered goes out again, under the same ids. */
  retry() {
    this.#retries.forEach(({ timer }) => clearTimeout(timer));
    this.#retries.clear();
    this.flush();
  }

  #of(segment) {
    // What another page left was there before what this one wrote.
    const found = [...this.#entries.values()].filter((entry) => entry.segment === segment);
    return found.length < 2 ? found : found.sort((one, other) => Number(!!other.adopted) - Number(!!one.adopted));
  }

  async #run(segment) {
    if (this.#isClosed || this.#running.has(segment)) {
      return;
    }
    this.#running.add(segment);
    try {
      for (let entry = this.#of(segment)[0]; entry?.acts[0]?.ready && !entry.acts[0].failed; entry = this.#of(segment)[0]) {
        if (!(await this.#deliver(entry, entry.acts[0]))) {
          this.#later(segment);
          break;
        }
      }
    } finally {
      this.#running.delete(segment);
    }
    if (this.#of(segment)[0]?.acts[0]?.ready && !this.#retries.has(segment) && !this.failureOf(segment)) {
      this.#run(segment);
    }
  }

  /** @returns whether the act is done with, one way or the other. */
  async #deliver(entry, act) {
    act.sent = true;
    this.#keep(entry);
    let answer;
    try {
      answer = await within(answerWithin, this.#send({
        command: act.command,
        kind: act.kind,
        segment: entry.segment,
        basedOn: entry.basedOn,
        tab: entry.tab,
        sequence: act.sequence,
        text: act.text,
        origin: act.origin,
      }));
    } catch {
      this.#onChange(entry.segment);
      return false;
    }
    if (answer.outcome === "unavailable") {
      this.#onChange(entry.segment, answer, act);
      return false;
    }
    this.#retries.delete(entry.segment);
    if (answer.outcome === "rejected" && act.kind !== "confirm" && act.kind !== "unconfirm") {
      act.failed = answer.reason || answer.outcome;
      this.#keep(entry);
      this.#onChange(entry.segment, answer, act);
      return true;
    }
    entry.acts.splice(entry.acts.indexOf(act), 1);
    if (answer.outcome === "saved" && answer.version) {
      this.rebase(entry.segment, answer.version);
    }
    if (entry.acts.length === 0) {
      this.#drop(entry);
    } else {
      this.#keep(entry);
    }
    this.#onChange(entry.segment, answer, act);
    return true;
  }

  #later(segment) {
    if (this.#isClosed) {
      return;
    }
    const tries = this.#retries.get(segment)?.tries ?? 0;
    const timer = setTimeout(() => {
      this.#retries.set(segment, { tries: tries + 1 });
      this.#run(segment);
    }, retryAfter[Math.min(tries, retryAfter.length - 1)]);
    this.#retries.set(segment, { tries, timer });
  }

  #keep(entry) {
    const { key, adopted: _, ...kept } = entry;
    try {
      localStorage.setItem(key, JSON.stringify({ ...kept, at: Date.now() }));
      this.#unkept.delete(key);
    } catch {
      this.#unkept.add(key);
    }
  }

  #drop(entry) {
    this.#entries.delete(entry.key);
    this.#unkept.delete(entry.key);
    try {
      localStorage.removeItem(entry.key);
    } catch {
      // Storage is closed to us; then nothing was kept in it either.
    }
  }
}

function within(time, promise) {
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error("no answer")), time)));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

function stored(start) {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(start))
      .map((key) => [key, parsed(localStorage.getItem(key))])
      .filter(([, entry]) => entry?.acts?.length > 0)
      .sort(([, one], [, other]) => one.at - other.at);
  } catch {
    return [];
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
