// Runs before the page is drawn, so that neither theme nor layout jumps.
document.documentElement.classList.add("js");

// A script that fails or is refused before the page is drawn leaves what can be read without it.
for (const trouble of ["error", "securitypolicyviolation"]) {
  addEventListener(trouble, () => {
    const root = document.documentElement;
    if (!root.classList.contains("ready")) root.classList.remove("js");
  });
}

try {
  const theme = localStorage.getItem("mtaudit-theme");
  if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
} catch { /* storage is closed to this page: the system decides */ }
