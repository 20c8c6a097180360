// "/" goes to the search box; any element with data-key="d" is clicked by that key.
// Single keys can be switched off in the user menu (WCAG 2.1.4): speech input types letters, too.

const switchBox = document.querySelector(".menu-switches input[name=keys]");
let on = true;
try {
  on = localStorage.getItem("thidua:keys") !== "off";
} catch {
  // Storage forbidden: keys stay on for this page.
}

if (switchBox) {
  switchBox.checked = on;
  switchBox.addEventListener("change", () => {
    on = switchBox.checked;
    localStorage.setItem("thidua:keys", on ? "on" : "off");
  });
}

for (const target of document.querySelectorAll("[data-key]")) {
  target.setAttribute("aria-keyshortcuts", target.dataset.key);
}

function isTyping(target) {
  return target.isContentEditable || target.matches?.("input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select");
}

document.addEventListener("keydown", (event) => {
  if (!on || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
  const search = event.key === "/" && document.querySelector("[data-shortcut='/']");
  if (search) {
    event.preventDefault();
    search.focus();
    search.select();
    return;
  }
  if (event.key.length !== 1) return;
  const target = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (target && target.getAttribute("aria-disabled") !== "true") {
    event.preventDefault();
    target.focus();
    target.click();
  }
});
