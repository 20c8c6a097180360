// Comfort for <details class="menu">, and the switches that need JavaScript at all.

function closeMenus(except) {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (menu !== except) menu.open = false;
}

document.addEventListener("click", (event) => closeMenus(event.target.closest("details.menu")));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.querySelector("details.menu[open]");
  closeMenus();
  menu?.querySelector("summary").focus();
});

for (const part of document.querySelectorAll("[data-needs-js]")) part.hidden = false;

const themes = document.querySelectorAll(".menu-switches input[name=theme]");
for (const choice of themes) {
  choice.checked = choice.value === (localStorage.getItem("thidua:theme") || "auto");
  choice.addEventListener("change", () => {
    localStorage.setItem("thidua:theme", choice.value);
    dispatchEvent(new Event("thidua:theme"));
  });
}
