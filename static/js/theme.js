// Light or dark, before the first paint. A plain script, because modules run too late for that.
(() => {
  const dark = matchMedia("(prefers-color-scheme: dark)");

  function apply() {
    const chosen = localStorage.getItem("thidua:theme") || "auto";
    const theme = chosen === "auto" ? (dark.matches ? "dark" : "light") : chosen;
    document.documentElement.dataset.bsTheme = theme;
  }

  document.documentElement.classList.add("js");
  addEventListener("beforeprint", () => { document.documentElement.dataset.bsTheme = "light"; }); // paper is white
  addEventListener("afterprint", apply);
  try {
    apply();
    dark.addEventListener("change", apply);
    addEventListener("thidua:theme", apply);
  } catch {
    // Storage may be forbidden; the style sheet follows the system on its own.
  }
})();
