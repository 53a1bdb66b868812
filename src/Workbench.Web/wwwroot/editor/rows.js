// The rows as they are drawn. The server draws them; the script marks the one in use, and shows in a row what was typed there until
// the server has drawn it.

export class Rows {
  #root;
  #options;

  /** @param options Whether the row in use stands in a dock below the list (`docked`), and how high a row is then. */
  constructor(root, { docked, rowHeight }) {
    this.#root = root;
    this.#options = { docked, rowHeight };
  }

  get isDocked() {
    return this.#options.docked;
  }

  get list() {
    return this.#root.querySelector(".wb-list");
  }

  /** @returns null for a row that is not drawn. */
  of(segment) {
    return segment ? this.#root.querySelector(`.wb-row[data-segment="${CSS.escape(segment)}"]`) : null;
  }

  all() {
    return [...this.#root.querySelectorAll(".wb-row")];
  }

  stateOf(row) {
    return row.dataset.localState ?? row.dataset.state;
  }

  /** The row that stands so many rows after one; undefined when it is not drawn, or there is none. */
  neighbour(segment, by) {
    const rows = this.all();
    const at = rows.findIndex((row) => row.dataset.segment === segment);
    return at < 0 ? undefined : rows[at + by];
  }

  /** The next open row after one, from the start again where all rows are drawn. */
  nextOpen(segment) {
    const rows = this.all();
    const at = rows.findIndex((row) => row.dataset.segment === segment);
    const after = this.isDocked ? rows.slice(at + 1) : [...rows.slice(at + 1), ...rows.slice(0, at)];
    return after.find((row) => ["notstarted", "draft"].includes(this.stateOf(row)))?.dataset.segment;
  }

  /** Where the text field stands for a row. */
  hostOf(row) {
    return this.isDocked ? this.#root.querySelector(".wb-dock-host") : row?.querySelector(".wb-target-host");
  }

  statusOf(segment) {
    const place = this.isDocked ? this.#root.querySelector(".wb-dock") : this.of(segment);
    return place?.querySelector(".wb-row-status") ?? null;
  }

  setInUse(segment) {
    for (const row of this.#root.querySelectorAll(".wb-row[data-in-use]")) {
      if (row.dataset.segment !== segment) {
        row.removeAttribute("data-in-use");
        row.removeAttribute("aria-current");
      }
    }
    const row = this.of(segment);
    if (row && !row.hasAttribute("data-in-use")) {
      row.setAttribute("data-in-use", "");
      row.setAttribute("aria-current", "true");
    }
  }

  reveal(row, number) {
    if (row) {
      row.scrollIntoView({ block: "nearest" });
    } else if (number) {
      this.list.scrollTop = (Number(number) - 3) * this.#options.rowHeight;
    }
  }

  /** @param state Undefined leaves the row's state as it is. */
  showLocal(segment, text, state) {
    const row = this.of(segment);
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

  hideLocal(segment) {
    const row = this.of(segment);
    if (row) {
      delete row.dataset.local;
      delete row.dataset.localState;
    }
  }

  /** @param isOnItsWay Whether a segment's text has not been drawn by the server yet. */
  hideLocals(isOnItsWay) {
    for (const row of this.#root.querySelectorAll(".wb-row[data-local]")) {
      if (!isOnItsWay(row.dataset.segment)) {
        this.hideLocal(row.dataset.segment);
      }
    }
  }

  /** @param drawn Called after the server has drawn rows anew. */
  whenDrawn(drawn, signal) {
    const observer = new MutationObserver(drawn);
    observer.observe(this.#root.querySelector(".wb-rows"), {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ["data-version", "data-text", "data-state"],
    });
    signal.addEventListener("abort", () => observer.disconnect());
  }

  /** Rows of a long document are drawn around those in view. @param tell Takes the number of rows above the view, and resolves when they are drawn. */
  whenScrolled(tell, signal) {
    let told = 0;
    let isTelling = false;
    const first = () => Math.floor(this.list.scrollTop / this.#options.rowHeight);
    const follow = () => {
      if (isTelling || Math.abs(first() - told) < 6) {
        return;
      }
      isTelling = true;
      requestAnimationFrame(async () => {
        told = first();
        await tell(told);
        isTelling = false;
        follow();
      });
    };
    if (this.isDocked) {
      this.list.addEventListener("scroll", follow, { passive: true, signal });
    }
  }
}
