// Key presses, sorted: to the input method, to a dialog or another field, to a command, or to the text.

/** @param desk What the keys work on: field, keys, composition, rows, work, run. */
export function listenToKeys(root, desk, signal) {
  document.addEventListener("keydown", (event) => keyDown(event, root, desk), { capture: true, signal });
}

function keyDown(event, root, desk) {
  const { field, keys, composition } = desk;
  const command = keys.find(event);
  if (event.isComposing || event.keyCode === 229 || field.composing) {
    // Plain Enter and Esc, and every key that is no command, are the input method's.
    if (command && field.composing && (event.ctrlKey || event.altKey || event.metaKey || /^F\d/u.test(event.code))) {
      take(event);
      composition.queue(command, event.code);
    }
    return;
  }
  if (event.target.closest?.("dialog, .mud-dialog, .mud-popover")) {
    return;
  }
  const isElsewhere = event.target.closest?.("[data-own-keys]");
  if (isElsewhere && event.code === "Escape" && event.target.closest(".wb-side")) {
    take(event);
    field.focus();
  } else if (isElsewhere && (!command || isEditing(command))) {
    return;
  } else if (command) {
    take(event);
    if (!composition.hasJustRun(event.code)) {
      desk.run(command);
    }
  } else if (event.target === field.element) {
    plainKey(event, desk);
  } else if (event.target.closest?.(".wb-rows") && isPlain(event) && ["ArrowDown", "ArrowUp", "Enter"].includes(event.code)
    && !event.target.closest("button, a, input, summary")) {
    event.preventDefault();
    desk.work.segment ? field.focus() : desk.work.activate(desk.rows.all()[0]?.dataset.segment);
  }
}

/** In the text: Enter is no line break (Shift+Enter is); the arrows leave the text where it ends. */
function plainKey(event, desk) {
  const { selectionStart, selectionEnd, value } = desk.field.element;
  if (!isPlain(event) || event.shiftKey) {
    return;
  }
  if (event.code === "Enter" || event.code === "NumpadEnter") {
    event.preventDefault();
  } else if (event.code === "ArrowDown" && selectionStart === value.length) {
    event.preventDefault();
    desk.run("next");
  } else if (event.code === "ArrowUp" && selectionEnd === 0) {
    event.preventDefault();
    desk.run("previous");
  }
}

/** What a field beside the text needs for itself; moving on, searching and help work from there too. */
const isEditing = (command) => ["undo", "redo", "copy-source", "clear", "confirm-next", "unconfirm", "mark-reviewed", "mark-final", "insert-code"].includes(command);

const isPlain = (event) => !event.ctrlKey && !event.altKey && !event.metaKey;

function take(event) {
  event.preventDefault();
  event.stopPropagation();
}
