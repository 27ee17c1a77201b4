// Formulas first, then for each page the largest type at which it fits, then reveal.js, which shows one page at a time.
const SIZES = [30, 28, 26, 25, 24, 23, 22, 21, 20, 19];
const WITH_FIGURE = SIZES.filter((size) => size <= 25);

function fits(page) {
  const room =
    page.getBoundingClientRect().bottom - parseFloat(getComputedStyle(page).paddingBottom);
  const ends = [...page.children].map((child) => child.getBoundingClientRect().bottom);
  const wide = [page, ...page.querySelectorAll("pre, table")];
  return Math.max(...ends) <= room && wide.every((part) => part.scrollWidth <= part.clientWidth);
}

function fit(page) {
  for (const size of page.querySelector("img") ? WITH_FIGURE : SIZES) {
    page.style.fontSize = `${size}px`;
    if (fits(page)) return;
  }
}

async function present() {
  await MathJax.startup.defaultPageReady();
  await Promise.all([document.fonts.ready, ...[...document.images].map((image) => image.decode())]);
  document.querySelectorAll(".page").forEach(fit);
  document.body.classList.add("ready");
  await Reveal.initialize({
    width: 1280,
    height: 720,
    margin: 0,
    center: false,
    hash: true,
    slideNumber: "c/t",
    transition: "none",
    pdfSeparateFragments: false,
    plugins: [RevealNotes],
  });
}

window.MathJax = {
  tex: {
    inlineMath: [
      ["$", "$"],
      ["\\(", "\\)"],
    ],
  },
  options: { enableMenu: false },
  startup: { pageReady: present },
};
