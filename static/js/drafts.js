// The copy of a form that stays on this machine until the server has the same words.

const KEEP_DAYS = 7; // office computers are shared: nothing lies around for longer
const SKIPPED = new Set(["csrfmiddlewaretoken", "revision"]);
const owner = document.documentElement.dataset.actor ?? "";

export function valuesOf(form) {
  const values = {};
  for (const [name, value] of new FormData(form)) {
    if (SKIPPED.has(name) || value instanceof File) continue;
    (values[name] ??= []).push(value);
  }
  return values;
}

// Ids and counts of rows change by saving; they are nothing that somebody typed.
const PLUMBING = /-(id|(TOTAL|INITIAL|MIN_NUM|MAX_NUM)_FORMS)$/;

export function sameValues(one, other) {
  const names = new Set([...Object.keys(one), ...Object.keys(other)].filter((name) => !PLUMBING.test(name)));
  return [...names].every((name) => String(one[name] ?? "") === String(other[name] ?? ""));
}

export function fill(form, values) {
  for (const control of form.elements) {
    if (!control.name || SKIPPED.has(control.name) || ["file", "submit", "button"].includes(control.type)) continue;
    const wanted = values[control.name];
    if (control.type === "checkbox" || control.type === "radio") {
      control.checked = (wanted ?? []).includes(control.value);
    } else if (control.multiple) {
      for (const option of control.options) option.selected = (wanted ?? []).includes(option.value);
    } else if (wanted) {
      const same = [...form.elements].filter((other) => other.name === control.name);
      control.value = wanted[same.indexOf(control)] ?? "";
    }
  }
}

export class Draft {
  constructor(url) {
    this.key = `thidua:draft:${new URL(url, location.href).pathname}`;
  }

  read() {
    try {
      const draft = JSON.parse(localStorage.getItem(this.key));
      if (!draft || draft.owner !== owner) return null;
      if (Date.now() - draft.at < KEEP_DAYS * 86400e3) return draft;
      this.forget();
    } catch {
      // A copy that cannot be read is no copy.
    }
    return null;
  }

  // `revision`: what the page showed when this was typed, so that a later save still knows.
  write(values, revision) {
    try {
      localStorage.setItem(this.key, JSON.stringify({ owner, at: Date.now(), values, revision }));
      return true;
    } catch {
      return false;
    }
  }

  forget() {
    try {
      localStorage.removeItem(this.key);
    } catch {
      // Nothing was kept.
    }
  }
}
