// Gives files that are dropped, and texts that are pasted, to the file field, as if they had been chosen there: one way in for all.

const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
const zoneOf = (event) => (document.querySelector(".wb-import") ?? event.target).closest?.("[data-drop]");

/** What is typed or pasted has no file. Half a character (a lone surrogate) would be lost in UTF-8, so such a text goes as UTF-16. */
function asFile(text, fallback) {
  const words = (text.match(/\S.*/)?.[0] ?? "").replace(/[\\/:*?"<>|\u0000-\u001f]+/g, " ").trim();
  const name = `${[...words].slice(0, 40).join("").toWellFormed().trim() || fallback}.txt`;
  if (text.isWellFormed()) {
    return new File([text], name, { type: "text/plain" });
  }
  const units = new Uint8Array(2 + text.length * 2);
  const view = new DataView(units.buffer);
  view.setUint16(0, 0xfeff, true);
  for (let at = 0; at < text.length; at++) {
    view.setUint16(2 + at * 2, text.charCodeAt(at), true);
  }
  return new File([units], name, { type: "text/plain" });
}

export function start(page) {
  const gone = new AbortController();
  let over = null;

  const on = (type, act) => document.addEventListener(type, act, { signal: gone.signal });
  const used = new WeakSet();
  let giving = Promise.resolve();

  // Each choice has a field of its own, which the framework listens to a moment after it is drawn (it then counts files on it).
  // Given to a field in use, new files would take the place of those that are still on their way.
  const free = () => [...document.querySelectorAll("input[data-import-field]")]
    .find((field) => !used.has(field) && "_blazorInputFileNextFileId" in field);

  async function freeField() {
    for (let field; !gone.signal.aborted; await new Promise((next) => setTimeout(next, 10))) {
      if ((field = free())) {
        return field;
      }
    }
    return null;
  }

  /** One after another, so that each finds a field of its own. */
  function give(files) {
    giving = giving.then(async () => {
      const field = await freeField();
      if (field) {
        const data = new DataTransfer();
        files.forEach((file) => data.items.add(file));
        field.files = data.files;
        field.dispatchEvent(new Event("change", { bubbles: true }));
      }
    });
  }

  function hover(zone) {
    if (over !== zone) {
      over?.removeAttribute("data-over");
      zone?.setAttribute("data-over", "");
      over = zone;
    }
  }

  function addPasted() {
    const text = document.querySelector("textarea[data-import-text]");
    if (text.value.trim() === "") {
      text.focus();
      return;
    }
    give([asFile(text.value, text.dataset.name)]);
    text.value = "";
  }

  // Also outside of every place to drop: otherwise the browser would leave the page and open the file.
  on("dragover", (event) => {
    if (hasFiles(event)) {
      event.preventDefault();
      hover(zoneOf(event) ?? null);
      event.dataTransfer.dropEffect = over ? "copy" : "none";
    }
  });
  on("dragleave", (event) => {
    if (!event.relatedTarget) {
      hover(null);
    }
  });
  on("drop", async (event) => {
    if (!hasFiles(event)) {
      return;
    }
    event.preventDefault();
    const zone = zoneOf(event);
    const files = [...event.dataTransfer.files];
    hover(null);
    if (zone && files.length > 0) {
      if (zone.dataset.drop) {
        await page.invokeMethodAsync("DroppedOn", zone.dataset.drop);
      }
      give(files);
    }
  });
  on("change", (event) => {
    if (event.target.matches?.("input[data-import-field]") && event.target.files.length > 0) {
      used.add(event.target);
    }
  });
  on("click", (event) => {
    if (event.target.closest?.("[data-import-choose]")) {
      void freeField().then((field) => field?.click());
    } else if (event.target.closest?.("[data-import-paste]")) {
      addPasted();
    }
  });
  on("keydown", (event) => {
    const holdsText = (document.querySelector("textarea[data-import-text]")?.value ?? "").trim() !== "";
    if (event.key === "Escape" && !event.isComposing && !holdsText && event.target.closest?.(".mud-dialog")?.querySelector(".wb-import[data-empty]")) {
      document.querySelector("[data-import-cancel]").click();
    }
  });
  on("paste", (event) => {
    if (!document.querySelector(".wb-import") || event.target.closest?.("input, textarea")) {
      return;
    }
    const files = [...event.clipboardData.files];
    const text = event.clipboardData.getData("text/plain");
    if (files.length > 0) {
      give(files);
    } else if (text.trim() !== "") {
      give([asFile(text, "text")]);
    }
  });

  return {
    stop: () => {
      hover(null);
      gone.abort();
    },
  };
}
