// What a page of the book does beyond being read: search, all code at once, live figures when they come into view, answers.
// It works from file://, so what it fetches are classic scripts.
const load = (source) =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = source;
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${source} is missing`));
    document.head.append(script);
  });
let loading;
/** The library, once: figures and answers share it. As it loads, it makes the page's live figures live. */
const library = () => {
  loading ??= load("assets/live.js");
  return loading.then(() => globalThis.distillation);
};

const unfold = document.querySelector("#unfold");
unfold?.addEventListener("click", () => {
  const open = unfold.getAttribute("aria-pressed") === "false";
  unfold.setAttribute("aria-pressed", open);
  for (const code of document.querySelectorAll("details.code")) code.open = open;
});

/** A formula wider than the page is set smaller; what else scrolls inside itself can be reached by keyboard. */
function fitWidth(wide) {
  wide.style.fontSize = "";
  const share = wide.clientWidth / wide.scrollWidth;
  if (wide.localName === "math" && share < 1)
    wide.style.fontSize = `${Math.max(0.6, share * 0.99) * parseFloat(getComputedStyle(wide).fontSize)}px`;
  if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
  else wide.removeAttribute("tabindex");
}
const sizes = new ResizeObserver((entries) =>
  requestAnimationFrame(() => {
    for (const { target } of entries) fitWidth(target);
  }),
);
for (const wide of document.querySelectorAll("pre, .scroll, math[display=block]"))
  sizes.observe(wide);

const nearing = new IntersectionObserver(
  (entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    nearing.disconnect();
    library();
  },
  { rootMargin: "400px" },
);
for (const figure of document.querySelectorAll("[data-live]")) nearing.observe(figure);

/** What a reader has written: a value in JavaScript with the library's names, or a word. */
function answerFrom(text, names) {
  if (/^[A-Za-z]+$/.test(text) && !(text in names)) return text;
  const make = new Function(...Object.keys(names), `"use strict"; return (${text}\n);`);
  return make(...Object.values(names));
}
for (const form of document.querySelectorAll("form.answer")) {
  const { exercise } = form.dataset;
  const field = form.querySelector("textarea");
  const key = `answer ${exercise}`;
  // A reader's browser may keep nothing, and the exercise works all the same.
  const kept = (() => {
    try {
      return globalThis.localStorage;
    } catch {
      return undefined;
    }
  })();
  field.value = kept?.getItem(key) ?? "";
  field.oninput = () => kept?.setItem(key, field.value);
  form.onsubmit = async (event) => {
    event.preventDefault();
    const said = form.querySelector("output");
    said.textContent = "…";
    try {
      const { remarkOn, library: names } = await library();
      const text = field.value.trim();
      said.textContent = remarkOn(
        exercise,
        text === "" ? undefined : answerFrom(text, names),
        "not yet: write your answer above.",
      );
    } catch (error) {
      said.textContent = error.message;
    }
  };
}

const search = document.querySelector("#search");
const list = search.querySelector("ul");
let index;
async function found(words) {
  if (!index) {
    await load("assets/minisearch.js");
    await load("assets/index.js");
    index = globalThis.MiniSearch.loadJS(globalThis.searchIndex, globalThis.searchOptions);
  }
  return index
    .search(words, { prefix: true, combineWith: "AND", boost: { heading: 3 } })
    .slice(0, 12);
}
search.oninput = async () => {
  const words = search.querySelector("input").value;
  const results = words.trim() ? await found(words) : [];
  list.hidden = words.trim() === "";
  list.replaceChildren(
    ...results.map(({ id, heading, page }) => {
      const link = document.createElement("a");
      link.href = id;
      link.textContent = heading;
      const where = document.createElement("small");
      where.textContent = page;
      const item = document.createElement("li");
      item.append(link, where);
      return item;
    }),
  );
  if (!results.length) list.textContent = "nothing found";
};
search.querySelector("form").onsubmit = (event) => event.preventDefault();
