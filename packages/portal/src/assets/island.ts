/**
 * The one script of the pages: without it everything works, with it fields that do not apply disappear at once and a
 * form is sent once. ES2017, loaded as a module, so that older browsers leave it alone.
 */
export const ISLAND = `
const given = (name) => {
  const inputs = [...document.getElementsByName(name)];
  const radios = inputs.filter((input) => input.type === "radio" || input.type === "checkbox");
  if (radios.length === 0) return inputs.length === 0 ? undefined : inputs[0].value;
  const chosen = radios.find((input) => input.checked);
  return chosen === undefined ? "" : chosen.value;
};
const holds = ([name, values, not]) => {
  const value = given(name);
  if (value === undefined || value === "") return false;
  return values.includes(value) !== not;
};
const fields = [...document.querySelectorAll("[data-hide]")].map((field) => ({ field, reasons: JSON.parse(field.dataset.hide) }));
const showWhatApplies = () => {
  for (const { field, reasons } of fields) {
    const hide = reasons.some((all) => all.every(holds));
    field.hidden = hide;
    for (const input of field.querySelectorAll("input,select,textarea,button")) input.disabled = hide;
  }
};
if (fields.length > 0) {
  document.addEventListener("change", showWhatApplies);
  showWhatApplies();
}
for (const file of document.querySelectorAll("[data-most]")) {
  const message = file.form.querySelector(".message");
  const tooLarge = () => [...file.files].some(({ size }) => size > Number(file.dataset.most));
  const tell = () => {
    message.hidden = !tooLarge();
    file.setAttribute("aria-invalid", String(tooLarge()));
  };
  file.addEventListener("change", tell);
  file.form.addEventListener("submit", (event) => {
    if (!tooLarge()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    file.focus();
  });
}
const once = (form) => {
  let sent = 0;
  form.addEventListener("submit", (event) => {
    const now = Date.now();
    if (now - sent < 10000) return event.preventDefault();
    sent = now;
    for (const button of form.querySelectorAll("button")) button.setAttribute("aria-disabled", "true");
  });
};
document.querySelectorAll('form[method="post"]').forEach(once);
window.addEventListener("pageshow", (event) => event.persisted && location.reload());
const summary = document.querySelector(".summary");
const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
if (summary) summary.focus();
else if (target) target.focus();
`;
