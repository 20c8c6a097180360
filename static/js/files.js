// File fields in the office's language: a browser writes «Choose file» in its own one. Areas to drop files have their words.

import { element } from "./http.js";

function namesOf(field) {
  return [...field.files].map((file) => file.name).join(", ") || "Chưa chọn tệp";
}

function dress(field) {
  if (field.closest(".dropzone, .file-frame")) return;
  const frame = element("span", { class: "file-frame" });
  const name = element("span", { class: "file-name", "aria-hidden": "true" }, namesOf(field));
  field.replaceWith(frame);
  frame.append(element("span", { class: "file-button", "aria-hidden": "true" }, "Chọn tệp…"), name, field);
  field.addEventListener("change", () => name.replaceChildren(namesOf(field)));
  field.form?.addEventListener("reset", () => setTimeout(() => name.replaceChildren(namesOf(field))));
}

for (const field of document.querySelectorAll("input[type=file]")) dress(field);
