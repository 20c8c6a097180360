// <form data-formset="prefix">: «Thêm dòng» adds an empty row. Without JavaScript one empty row is always there.

for (const form of document.querySelectorAll("form[data-formset]")) {
  const button = form.querySelector("[data-add-row]");
  const template = form.querySelector("template[data-empty-row]");
  const total = form.elements[`${form.dataset.formset}-TOTAL_FORMS`];
  if (!button || !template || !total) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    const holder = document.createElement("div");
    holder.innerHTML = template.innerHTML.replaceAll("__prefix__", total.value);
    const row = holder.firstElementChild;
    template.before(row);
    total.value = Number(total.value) + 1;
    row.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  });
}
