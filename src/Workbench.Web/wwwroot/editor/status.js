// What is said of a text on its way: in its row, for the page, and once aloud.

const saidFor = 6_000;

export class Status {
  #root;
  #words;
  #timer = 0;

  constructor(root, words) {
    this.#root = root;
    this.#words = words;
  }

  /** @param status One of the script's words, or "" for none. @param detail When it was saved, or why it was not taken. */
  showRow(place, status, detail) {
    const said = status === "saved" ? this.#words.saved.replace("{0}", timeOf(detail))
      : status === "failed" ? `${this.#words.failed} ${detail}`
      : this.#words[status] ?? "";
    write(place, said, status);
    for (const other of this.#root.querySelectorAll(".wb-row-status[data-status]")) {
      if (other !== place) {
        write(other, "", "");
      }
    }
  }

  /** @param waiting How many segments have a text on its way. */
  showPage(waiting) {
    const said = waiting === 0 ? this.#words.allSaved : this.#words.waiting.replace("{0}", String(waiting));
    write(this.#root.querySelector(".wb-page-status"), said, waiting === 0 ? "saved" : "kept");
  }

  say(text) {
    const line = this.#root.querySelector(".wb-say");
    line.textContent = "";
    clearTimeout(this.#timer);
    requestAnimationFrame(() => (line.textContent = text));
    this.#timer = setTimeout(() => (line.textContent = ""), saidFor);
  }
}

function write(element, text, status) {
  if (element && (element.textContent !== text || (element.dataset.status ?? "") !== status)) {
    element.textContent = text;
    status ? (element.dataset.status = status) : delete element.dataset.status;
  }
}

const timeOf = (at) =>
  at.toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
