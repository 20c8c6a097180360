// <input data-date>: days as dd/mm/yyyy in every browser. «1-2-2024» and «01022024» are written out when one leaves the
// field; the calendar button opens the browser's own calendar.

import { element } from "./http.js";

const TYPED = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$|^\s*(\d{2})(\d{2})(\d{4})\s*$/;

function parts(text) {
  const found = TYPED.exec(text);
  return found && (found[1] ? found.slice(1, 4) : found.slice(4)).map((part) => part.padStart(2, "0"));
}

function write(field, text) {
  if (field.value === text) return;
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function openCalendar(button) {
  const field = button.parentElement.querySelector("input[data-date]");
  const calendar = button.parentElement.querySelector("input[type=date]");
  const typed = parts(field.value);
  calendar.value = typed ? typed.toReversed().join("-") : "";
  calendar.showPicker();
}

// Buttons stand in the page only while scripts run; rows that are added later get theirs on first use.
function dress(field) {
  if (field.dataset.date || !("showPicker" in HTMLInputElement.prototype)) return;
  field.dataset.date = "on";
  const frame = element("span", { class: "date-frame" });
  field.replaceWith(frame);
  const icon = element("i", { class: "bi bi-calendar3", "aria-hidden": "true" });
  const label = field.labels?.[0]?.textContent.replace("*", "").trim() ?? "";
  const button = element("button", { type: "button", class: "date-button", tabindex: "-1", "aria-label": `Chọn trên lịch: ${label}` }, icon);
  const calendar = element("input", { type: "date", class: "date-calendar", tabindex: "-1", "aria-hidden": "true" });
  calendar.addEventListener("change", () => write(field, calendar.value.split("-").toReversed().join("/")));
  calendar.addEventListener("input", (event) => event.stopPropagation());
  button.addEventListener("click", () => openCalendar(button));
  frame.append(field, button, calendar);
}

function dressAll(root) {
  for (const field of root.querySelectorAll("input[data-date]")) dress(field);
}

document.addEventListener("focusout", ({ target }) => {
  const typed = target.matches?.("input[data-date]") && parts(target.value);
  if (typed) write(target, typed.join("/"));
});
document.addEventListener("htmx:load", (event) => dressAll(event.target));
document.addEventListener("row-added", (event) => dressAll(event.target));
dressAll(document);
