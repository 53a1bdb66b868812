/** Keeps the choice for a year and shows it without waiting for a new page. */
export function apply(cookie, value, theme, textSize) {
  document.cookie = `${cookie}=${value}; path=/; max-age=31536000; samesite=strict`;
  document.documentElement.dataset.theme = theme;
  document.documentElement.dataset.textSize = textSize;
}
