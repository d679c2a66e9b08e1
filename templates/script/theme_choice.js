/** The choice of light, dark or the system's way; it is remembered. */
function readyTheme() {
  const root = document.documentElement, choice = document.getElementById("theme");
  choice.value = root.dataset.theme || "";
  choice.addEventListener("change", () => {
    if (choice.value) root.dataset.theme = choice.value;
    else delete root.dataset.theme;
    try { localStorage.setItem("mtaudit-theme", choice.value); } catch { /* not remembered */ }
  });
  choice.parentNode.hidden = false;
}
