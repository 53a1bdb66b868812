// What a reload should bring back is in the address: the row in use, the filter and the search. The script writes it at once; an
// address that the server wrote would come late over a slow line, and call back a person who has followed a link meanwhile.

export class Address {
  #path;

  constructor(document) {
    this.#path = `/documents/${document}`;
  }

  /** @param values By name; null takes one out. Nothing is written when the page is another one already. */
  set(values) {
    const address = new URL(location.href);
    if (address.pathname !== this.#path) {
      return;
    }
    for (const [name, value] of Object.entries(values)) {
      value === null ? address.searchParams.delete(name) : address.searchParams.set(name, value);
    }
    if (address.href !== location.href) {
      history.replaceState(history.state, "", address);
    }
  }
}
