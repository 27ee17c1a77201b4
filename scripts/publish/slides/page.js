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

function chooseSize(page) {
  for (const size of page.querySelector("img") ? WITH_FIGURE : SIZES) {
    page.style.fontSize = `${size}px`;
    if (fits(page)) return;
  }
}

/** A page's only figure under text: as wide as the space that the text leaves allows. */
function enlarge(page) {
  const [image, ...others] = page.querySelectorAll("img");
  if (!page.matches(".below") || others.length > 0) return;
  const { paddingLeft, paddingRight } = getComputedStyle(page);
  const most = page.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
  for (let width = most; width > image.width; width -= 20) {
    const before = image.style.width;
    image.style.width = `${width}px`;
    if (fits(page)) return;
    image.style.width = before;
  }
}

async function present() {
  await MathJax.startup.defaultPageReady();
  await Promise.all([document.fonts.ready, ...[...document.images].map((image) => image.decode())]);
  for (const page of document.querySelectorAll(".page")) {
    chooseSize(page);
    enlarge(page);
  }
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
