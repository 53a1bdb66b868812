// Dialogs of the editor: drawn once by the server, opened here at once, so that no key that follows goes astray. What is typed in
// them is the browser's, and goes to the server when it is sent.

export class Dialogs {
  #root;

  /**
   * @param sent   By the dialog's name: takes what its fields hold, and resolves to what is wrong with it; "" closes the dialog.
   * @param closed Called when a dialog is gone.
   */
  constructor(root, { sent, closed }, signal) {
    this.#root = root;
    for (const dialog of root.querySelectorAll("dialog[data-dialog]")) {
      dialog.addEventListener("close", () => closed(), { signal });
      dialog.addEventListener("click", (event) => event.target.closest("[data-close]") && dialog.close(), { signal });
      dialog.querySelector("form")?.addEventListener("submit", (event) => {
        event.preventDefault();
        this.#send(dialog, sent[dialog.dataset.dialog]);
      }, { signal });
    }
  }

  /** @param values By the names of its fields. The first empty field has the focus, else the last that was filled, ready to be sent by Enter. */
  open(name, values = {}) {
    const dialog = this.#root.querySelector(`dialog[data-dialog="${name}"]`);
    if (!dialog || this.#root.querySelector("dialog[open]")) {
      return;
    }
    const fields = Object.entries(values).map(([field, value]) => {
      const element = dialog.querySelector(`[name="${field}"]`);
      element.value = value;
      return element;
    });
    this.#say(dialog, "");
    dialog.showModal();
    const first = fields.find((field) => field.required && !field.value) ?? fields.findLast((field) => field.value) ?? fields[0];
    first?.focus();
    first?.select();
  }

  async #send(dialog, send) {
    const values = Object.fromEntries(new FormData(dialog.querySelector("form")));
    const problem = await send(values);
    problem ? this.#say(dialog, problem) : dialog.close();
  }

  #say(dialog, text) {
    const line = dialog.querySelector("[role=alert]");
    if (line) {
      line.textContent = text;
    }
  }
}
