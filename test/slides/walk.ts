import type { Page } from "playwright-core";

/** What is wrong with each slide, after walking through all of them. Runs inside the page. */
export function walkSlides(page: Page): Promise<{ slides: number; faults: string[] }> {
  return page.evaluate(() => {
    const FOOTER = 28; // pixels at the bottom that belong to the page number
    const { Reveal } = globalThis as unknown as {
      Reveal: {
        getSlides(): HTMLElement[];
        getIndices(slide: HTMLElement): { h: number; v: number };
        slide(h: number, v: number, fragment: number): void;
        getCurrentSlide(): HTMLElement;
      };
    };
    const faults: string[] = [];
    const slides = Reveal.getSlides();
    for (const [k, slide] of slides.entries()) {
      const { h, v } = Reveal.getIndices(slide);
      Reveal.slide(h, v, 99);
      if (Reveal.getCurrentSlide() !== slide) faults.push(`slide ${k + 1} is not reached`);
      const say = (fault: string) => faults.push(`slide ${k + 1}: ${fault}`);
      const shown = [...slide.querySelectorAll<HTMLElement>("*")].filter(
        (part) =>
          !part.closest("aside.notes, mjx-assistive-mml, .page") || part.closest(".page") !== part,
      );
      for (const part of shown.filter((part) => !part.closest("aside.notes, mjx-assistive-mml"))) {
        const { left, right, top, bottom } = part.getBoundingClientRect();
        if (left < 0 || top < 0 || right > 1280 || bottom > 720 - FOOTER)
          say(`<${part.tagName}> reaches ${[left, top, right, bottom].map(Math.round)}`);
        if (
          part.scrollWidth > part.clientWidth + 1 &&
          part.clientWidth > 0 &&
          !part.closest("mjx-container, svg")
        )
          say(`<${part.tagName}> is ${part.scrollWidth} wide in ${part.clientWidth}`);
        const ownText = [...part.childNodes].some(
          ({ nodeType, textContent }) => nodeType === 3 && textContent?.trim(),
        );
        if (!ownText || part.closest("mjx-container")) continue;
        const least = part.closest("table, pre, code") ? 15 : 18;
        const size = parseFloat(getComputedStyle(part).fontSize);
        if (size < least) say(`type of ${size} px: ${part.textContent?.slice(0, 40)}`);
        if (!part.closest("pre, code") && /\$|\\[a-z]/.test(part.textContent ?? ""))
          say(`a formula is not typeset: ${part.textContent?.slice(0, 80)}`);
      }
      for (const image of slide.querySelectorAll("img"))
        if (image.naturalWidth === 0 || image.getBoundingClientRect().width < 500)
          say(`a figure is not drawn, or small: ${image.alt.slice(0, 60)}`);
      if (slide.querySelector('[data-mml-node="merror"]')) say("a formula has an error");
      if (!slide.textContent?.trim() && !slide.querySelector("img")) say("nothing is on it");
    }
    return { slides: slides.length, faults };
  });
}
