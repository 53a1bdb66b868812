// The panels beside the row. One that is asked for by key is there at once, with its field ready to be typed into; the server is
// told, and draws what belongs in it.

export class Panels {
  #root;
  #tell;

  constructor(root, tell) {
    this.#root = root;
    this.#tell = tell;
  }

  /** @param text What its field is filled with; an empty one leaves what is there. */
  open(name, text = "") {
    const panel = this.#root.querySelector(`#panel-${name}`);
    const side = panel.closest(".wb-side");
    side.dataset.shown = name;
    for (const other of side.querySelectorAll(".wb-panel-lower")) {
      other.hidden = other !== panel;
    }
    const field = panel.querySelector("[data-own-keys]");
    if (field) {
      if (text) {
        field.value = text;
      }
      field.focus();
      field.select();
    }
    this.#tell("OpenPanel", name, text);
  }
}
