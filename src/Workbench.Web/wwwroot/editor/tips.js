// Explanations of terms, shown at the pointer and at the focus.

export function showTips(root, signal) {
  const show = (event) => showTip(root.querySelector(".wb-tip"), event.target.closest?.("[data-tip]"));
  root.addEventListener("pointerover", show, { signal });
  root.addEventListener("focusin", show, { signal });
}

function showTip(tip, term) {
  if (!term) {
    tip.hidden = true;
    return;
  }
  tip.textContent = term.dataset.tip;
  tip.hidden = false;
  const place = term.getClientRects()[0] ?? term.getBoundingClientRect();
  const below = place.bottom + 6;
  tip.style.left = `${Math.max(8, Math.min(place.left, innerWidth - tip.offsetWidth - 8))}px`;
  tip.style.top = `${below + tip.offsetHeight > innerHeight ? place.top - tip.offsetHeight - 6 : below}px`;
}
