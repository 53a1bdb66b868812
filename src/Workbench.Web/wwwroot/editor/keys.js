// Which command a key press asks for. Keys are known by their place (`code`), so that they are the same with the Hangul layout on.

export class Keys {
  #table = new Map();

  constructor(commands) {
    for (const { id, keys } of commands) {
      for (const key of keys) {
        this.#table.set(chord(key.code, key.ctrl, key.alt, key.shift), id);
      }
    }
  }

  /** @returns the command's id; undefined when the key is none of ours. */
  find(event) {
    // AltGr arrives as Ctrl+Alt on some systems, where it writes a character.
    if (event.getModifierState?.("AltGraph")) {
      return undefined;
    }
    const ctrl = event.ctrlKey || (event.metaKey && isMac);
    return this.#table.get(chord(event.code, ctrl, event.altKey, event.shiftKey));
  }
}

const isMac = /mac|iphone|ipad/iu.test(navigator.userAgentData?.platform ?? navigator.platform ?? "");

export const chord = (code, ctrl, alt, shift) => `${ctrl ? "c" : ""}${alt ? "a" : ""}${shift ? "s" : ""}:${code}`;
