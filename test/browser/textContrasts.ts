import type { Page } from "playwright-core";

export interface TextContrast {
  text: string;
  fill: string;
  /** The ratio of WCAG against the worst of the colours that fill a good part of the text's box. */
  contrast: number;
}

/**
 * The contrast of each text of an SVG with what is drawn behind it: the browser draws the figure once without the fill of
 * its texts (a halo stays) and the pixels in each text's box are counted. A colour behind less than an eighth of the
 * box is a line that crosses it, not a background.
 */
export async function textContrasts(page: Page, svg: string): Promise<TextContrast[]> {
  await page.setContent(`<body style="margin: 0">${svg}</body>`);
  return page.evaluate(async () => {
    const LEAST_SHARE = 1 / 8;
    type Colour = [number, number, number];
    const drawing = document.querySelector("svg") as SVGSVGElement;
    const { width, height } = drawing.getBoundingClientRect();
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext("2d", {
      willReadFrequently: true,
    }) as OffscreenCanvasRenderingContext2D;

    const bare = drawing.cloneNode(true) as SVGSVGElement;
    for (const text of bare.querySelectorAll<SVGElement>("text, tspan"))
      text.style.fill = "transparent";
    const image = new Image();
    const source = new XMLSerializer().serializeToString(bare);
    image.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
    await image.decode();
    context.drawImage(image, 0, 0);

    const luminance = (colour: Colour) => {
      const [red, green, blue] = colour.map((value) => {
        const c = value / 255;
        return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const ratio = (a: Colour, b: Colour) => {
      const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
      return (light + 0.05) / (dark + 0.05);
    };
    /** What of the text's colour reaches the eye: its own transparency and that of all groups around it. */
    const opacityOf = (element: Element) => {
      let opacity = Number(getComputedStyle(element).fillOpacity);
      for (let e: Element | null = element; e; e = e.parentElement)
        opacity *= Number(getComputedStyle(e).opacity);
      return opacity;
    };

    return Array.from(drawing.querySelectorAll("text"), (text) => {
      const { left, top, right, bottom } = text.getBoundingClientRect();
      const x = Math.max(0, Math.floor(left));
      const y = Math.max(0, Math.floor(top));
      const wide = Math.min(width, Math.ceil(right)) - x;
      const high = Math.min(height, Math.ceil(bottom)) - y;
      const { data } = context.getImageData(x, y, wide, high);
      const counts = new Map<string, number>();
      for (let i = 0; i < data.length; i += 4) {
        const colour = `${data[i]},${data[i + 1]},${data[i + 2]}`;
        counts.set(colour, (counts.get(colour) ?? 0) + 1);
      }
      const behind = [...counts].filter(([, count]) => count >= LEAST_SHARE * wide * high);
      const fill = getComputedStyle(text).fill;
      const own = (fill.match(/\d+/g) as string[]).slice(0, 3).map(Number) as Colour;
      const opacity = opacityOf(text);
      const ratios = behind.map(([name]) => {
        const under = name.split(",").map(Number) as Colour;
        const seen = own.map((value, k) => opacity * value + (1 - opacity) * under[k]) as Colour;
        return ratio(seen, under);
      });
      return { text: text.textContent ?? "", fill, contrast: Math.min(...ratios) };
    });
  });
}
