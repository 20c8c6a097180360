// <form data-review>: text on the left, facts on the right; hovering or focusing one lights the other.
// j/k walk over the facts, n takes one, b drops it, s goes into its first field.

const form = document.querySelector("[data-review]");
const facts = [...form.querySelectorAll(".fact:not([data-new])")];
const lines = new Map([...form.querySelectorAll("[data-line]")].map((line) => [line.dataset.line, line]));
const counter = form.querySelector("[data-undecided]");

function linesOf(fact) {
  return fact.dataset.lines.split(" ").map((number) => lines.get(number)).filter(Boolean);
}

function light(fact, scroll) {
  for (const lit of form.querySelectorAll(".lit")) lit.classList.remove("lit");
  if (!fact) return;
  fact.classList.add("lit");
  const own = linesOf(fact);
  for (const line of own) line.classList.add("lit");
  if (scroll && own[0]) center(own[0]);
}

// Only the text moves, never the page: a click would lose what lies under the pointer.
function center(line) {
  const box = line.closest(".review-lines");
  box.scrollTop += line.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 2;
}

function verdictOf(fact) {
  return fact.querySelector("input[type=radio]:checked")?.value ?? "";
}

function refresh(fact) {
  fact.dataset.verdict = verdictOf(fact);
  const filled = (one) => [...one.querySelectorAll("input:not([type=radio]), textarea, select")].some((field) => field.value);
  counter.textContent = facts.filter((one) => !verdictOf(one) && filled(one)).length;
}

function decide(fact, value) {
  const radio = fact.querySelector(`input[value=${value}]`);
  if (!radio || radio.closest("fieldset").disabled) return;
  radio.checked = true;
  radio.dispatchEvent(new Event("change", { bubbles: true }));
}

function walk(step) {
  const now = facts.findIndex((fact) => fact.classList.contains("lit"));
  const next = facts[Math.min(Math.max(now + step, 0), facts.length - 1)];
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "center" });
  light(next, true);
}

for (const fact of facts) {
  fact.addEventListener("pointerenter", () => light(fact, false));
  fact.addEventListener("focusin", () => light(fact, true));
  fact.addEventListener("change", (event) => {
    // Whoever corrects a value means to take it.
    if (event.target.type !== "radio" && !verdictOf(fact)) decide(fact, "accept");
    refresh(fact);
  });
}

for (const line of lines.values()) {
  const fact = facts.find((one) => one.dataset.keyOf === line.dataset.fact);
  if (!fact) continue;
  line.addEventListener("pointerenter", () => light(fact, false));
  line.addEventListener("click", () => {
    fact.scrollIntoView({ block: "center" });
    light(fact, false);
  });
}

// An empty row to add what was missed; once something is typed, the next empty one appears below it.
function grow(more) {
  more.addEventListener("input", () => {
    if (more.dataset.grown) return;
    more.dataset.grown = "yes";
    const next = more.cloneNode(true);
    delete next.dataset.grown;
    for (const field of next.querySelectorAll("[name]")) {
      field.name = field.name.replace(/\.new(\d+):/, (_, number) => `.new${Number(number) + 1}:`);
      if (field.tagName !== "SELECT") field.value = "";
    }
    const fact = next.querySelector(".fact");
    fact.dataset.keyOf = fact.dataset.keyOf.replace(/\d+$/, (number) => Number(number) + 1);
    next.open = false;
    grow(next);
    more.after(next);
  });
}
form.querySelectorAll(".fact-more").forEach(grow);

document.addEventListener("keydown", (event) => {
  const typing = event.target.matches?.("input:not([type=radio]), textarea, select");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const fact = facts.find((one) => one.classList.contains("lit"));
  const act = {
    j: () => walk(1),
    k: () => walk(-1),
    n: () => fact && (decide(fact, "accept"), walk(1)),
    b: () => fact && (decide(fact, "drop"), walk(1)),
    s: () => fact?.querySelector("input:not([type=radio]), textarea, select")?.focus(),
  }[event.key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  act();
});
