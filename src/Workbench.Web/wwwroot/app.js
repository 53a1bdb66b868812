// Starts Blazor, keeps the connection notice, and lets pages ask for a moment before the page is left.

const notice = document.getElementById("components-reconnect-modal");
const retryEvery = (tries) => (tries < 10 ? 500 : tries < 60 ? 2000 : 5000);

/** Pages add a function that sends what is not sent yet; switching the language waits for all of them. */
const waiting = new Set();
window.workbench = {
  onLeaving: (send) => {
    waiting.add(send);
    return () => waiting.delete(send);
  },
  /** @returns the place to come back to: the address as it is, which the server need not know. */
  beforeLeaving: async () => {
    await Promise.allSettled([...waiting].map((send) => send()));
    return location.pathname + location.search;
  },
};

document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-act=reload]")) {
    location.reload();
  }
});

/** Blazor reports retrying, failed and rejected; the notice shows what belongs to the state. */
function show(state) {
  notice.hidden = state === "";
  notice.dataset.state = state;
  document.documentElement.dataset.connection = state === "" ? "open" : state;
}

// One page load, one connection: a circuit that is gone (the server restarted) is replaced by loading the page again,
// which brings back the place from the address and the drafts from this device.
class Reconnection {
  #stopped = false;

  onConnectionDown() {
    this.#stopped = false;
    document.dispatchEvent(new CustomEvent("workbench:disconnected"));
    this.#run();
  }

  onConnectionUp() {
    this.#stopped = true;
    show("");
    document.dispatchEvent(new CustomEvent("workbench:reconnected"));
  }

  async #run() {
    for (let tries = 0; !this.#stopped; tries++) {
      show("retrying");
      try {
        const connected = await Blazor.reconnect();
        if (connected) {
          return this.onConnectionUp();
        }
        if (await isServerThere()) {
          return location.reload();
        }
      } catch {
        // The server is not there yet.
      }
      await new Promise((done) => setTimeout(done, retryEvery(tries)));
    }
  }
}

async function isServerThere() {
  const answer = await fetch("favicon.svg", { method: "HEAD", cache: "no-store" });
  return answer.ok;
}

window.addEventListener("load", () => {
  const opening = document.getElementById("wb-opening");
  const seen = new MutationObserver(() => {
    if (document.querySelector(".wb-shell")) {
      opening.remove();
      seen.disconnect();
    }
  });
  seen.observe(document.body, { childList: true, subtree: true });
});

Blazor.start({ circuit: { reconnectionHandler: new Reconnection() } });
