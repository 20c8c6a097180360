// A form is sent once. The server knows repeated POSTs anyway; this spares people the question whether it worked.

const PATIENCE = 20000; // a download answers without leaving the page: the button must come back

function release(form) {
  delete form.dataset.sending;
  for (const button of form.querySelectorAll("[data-words]")) {
    button.removeAttribute("aria-disabled");
    button.textContent = "";
    button.append(...button.kept);
    button.removeAttribute("data-words");
  }
}

function hold(form, button) {
  form.dataset.sending = "1";
  if (!button || button.tagName !== "BUTTON") return;
  button.kept = [...button.childNodes];
  button.dataset.words = "";
  button.setAttribute("aria-disabled", "true"); // not `disabled`: its name and value must travel
  button.replaceChildren("Đang gửi…");
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post" || form.dataset.once === "off" || form.matches("[hx-post], [data-hx-post]")) return;
  if (form.dataset.sending) {
    event.preventDefault();
    return;
  }
  hold(form, event.submitter);
  setTimeout(() => release(form), PATIENCE);
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[aria-disabled=true]")) event.preventDefault();
});

// Back from the next page: the browser may bring this one back as it was left.
addEventListener("pageshow", (event) => {
  if (event.persisted) for (const form of document.querySelectorAll("form[data-sending]")) release(form);
});
